import { createHash } from 'node:crypto'
import { wholeCharacters } from '../../lib/clean-text.ts'
import type { Member } from '../../story/types.ts'
import { summaryLanguages } from '../summary-language.ts'
import { addressesModel } from './instructions.ts'
import type { ModelInput, ModelReport } from './types.ts'
import { visibleText } from './visible-text.ts'

/** Incremented when the prompt changes, so that answers to the old prompt are not reused. */
const PROMPT_VERSION = 1
/** Most reports given to a model; more add little, and each costs. */
const MOST_REPORTS = 8
const MOST_TITLE = 300
/** Characters of a report's text given to a model: about 450 tokens of English, enough for the lead. */
export const MOST_TEXT = 1_800

/**
 * Builds the input of a model: one report per independent owner, at most eight, without invisible characters and cut to length.
 * Echoes, copies and mentions are left out, so that they do not change the hash. Reports that address a model are withheld.
 *
 * @param reserved ids of sources that do not allow their text to be given to a model
 * @returns undefined if no report is left
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
