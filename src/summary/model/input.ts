import { createHash } from 'node:crypto'
import { wholeCharacters } from '../../lib/clean-text.ts'
import type { Member } from '../../story/types.ts'
import { summaryLanguages } from '../summary-language.ts'
import { addressesModel } from './instructions.ts'
import type { ModelInput, ModelReport } from './types.ts'
import { visibleText } from './visible-text.ts'

/** Changed with the words of the prompt, so that an answer to the old words is not taken for one to the new. */
const PROMPT_VERSION = 1
/** Reports told to a model: more add little, and each costs. */
const MOST_REPORTS = 8
const MOST_TITLE = 300
/** The lead says what happened; 1,800 characters are some 450 tokens of English. */
export const MOST_TEXT = 1_800

/**
 * What a model is told of a story: a report of each independent owner, cleaned of what readers do not see and cut to length.
 * Echoes, copies and mentions are not in it, so that none of them changes the hash. Reports that speak to a model are withheld.
 *
 * @param reserved sources that do not allow it: nothing of theirs is told
 * @returns undefined where no report is left
 */
export function modelInput(members: readonly Member[], reserved: ReadonlySet<string>): ModelInput | undefined {
  const reports = members
    .filter(({ role, item }) => role === 'report' && !reserved.has(item.sourceId))
    .sort((a, b) => a.tier - b.tier || a.item.publishedAt - b.item.publishedAt || a.item.id - b.item.id)
  const families = new Set<string>()
  const chosen: ModelReport[] = []
  const withheldItemIds: number[] = []
  for (const { item } of reports) {
    if (chosen.length === MOST_REPORTS) break
    if (families.has(item.publisher.family)) continue
    if (addressesModel(`${item.title}\n${item.text}`)) {
      withheldItemIds.push(item.id)
      continue
    }
    families.add(item.publisher.family)
    chosen.push({
      itemId: item.id,
      language: item.language,
      publishedAt: item.publishedAt,
      title: wholeCharacters(visibleText(item.title), MOST_TITLE),
      text: wholeCharacters(visibleText(item.text), MOST_TEXT),
    })
  }
  if (chosen.length === 0) return undefined
  const told = new Set(chosen.map(({ itemId }) => itemId))
  const language = summaryLanguages(reports.filter(({ item }) => told.has(item.id)))[0]!
  const hash = createHash('sha256')
    .update(JSON.stringify([PROMPT_VERSION, language, chosen]))
    .digest('hex')
  return { language, reports: chosen, withheldItemIds, hash }
}
