import type { CitedItem } from '../check/evidence.ts'
import { sayFailure } from '../check/failure.ts'
import type { CheckContext } from '../check/types.ts'
import { termsOf } from '../terms.ts'
import type { SummarySentence } from '../types.ts'
import type { DraftRepair, DraftSentence, ModelDraft } from './draft-schema.ts'
import { failuresOf } from './failures-of.ts'
import { locateQuote } from './locate-quote.ts'
import { oneVoiceRuleBroken } from './one-voice.ts'
import { ownRulesBroken } from './own-rules.ts'
import type { FailedPart } from './prompt.ts'
import { isTalk, uncorroboratedName } from './span-rules.ts'
import type { DraftPart, DroppedPart, DropRule, ModelInput, ModelSummary } from './types.ts'

const MOST_SENTENCES = 4
const MOST_CITATIONS = 6
/** A part repeats an earlier sentence if they share at least this share of the terms of the one with fewer. */
const REPEATED_SHARE = 0.8

/** A draft after the check. */
export interface CheckedDraft {
  readonly headline?: SummarySentence
  readonly sentences: readonly SummarySentence[]
  readonly impact?: SummarySentence
  /** In the order of the draft. */
  readonly failed: readonly FailedDraftPart[]
}

export interface FailedDraftPart extends FailedPart {
  readonly rules: readonly DropRule[]
  /** Index among the sentences; 0 for headline and impact. */
  readonly place: number
}

interface Part {
  readonly part: DraftPart
  readonly place: number
  readonly draft: DraftSentence
}

type Judged =
  | { readonly passed: SummarySentence }
  | { readonly rules: readonly DropRule[]; readonly why: readonly string[] }

/**
 * Checks a model's draft against the reports it was given. Quotes must stand in them verbatim, and each sentence must
 * pass the check of all published sentences and the rules for models. Nothing else of the answer is used.
 *
 * @param items the full items of the reports; only those in `input` may be cited
 */
export function checkDraft(
  draft: ModelDraft,
  input: ModelInput,
  items: readonly CitedItem[],
  context: CheckContext,
): CheckedDraft {
  return assemble(partsOf(draft), input, items, context)
}

/** Checks a draft again, with the failed parts replaced by those that the model rewrote. */
export function checkRepaired(
  draft: ModelDraft,
  before: CheckedDraft,
  repair: DraftRepair,
  input: ModelInput,
  items: readonly CitedItem[],
  context: CheckContext,
): CheckedDraft {
  const again = new Map<string, DraftSentence>()
  for (const { part, sentence } of repair.parts) {
    const failed = before.failed[part]
    if (failed && sentence) again.set(`${failed.part} ${failed.place}`, sentence)
  }
  const parts = partsOf(draft).map((each) => ({
    ...each,
    draft: again.get(`${each.part} ${each.place}`) ?? each.draft,
  }))
  return assemble(parts, input, items, context)
}

function partsOf({ headline, sentences, impact }: ModelDraft): readonly Part[] {
  return [
    { part: 'headline', place: 0, draft: headline },
    ...sentences.slice(0, MOST_SENTENCES).map((draft, place): Part => ({ part: 'sentence', place, draft })),
    ...(impact ? [{ part: 'impact', place: 0, draft: impact } as const] : []),
  ]
}

function assemble(
  parts: readonly Part[],
  input: ModelInput,
  items: readonly CitedItem[],
  context: CheckContext,
): CheckedDraft {
  const told = new Set(input.reports.map(({ itemId }) => itemId))
  const byId = new Map(items.filter(({ id }) => told.has(id)).map((item) => [item.id, item]))
  const passed: { [K in DraftPart]: SummarySentence[] } = { headline: [], sentence: [], impact: [] }
  const failed: FailedDraftPart[] = []
  for (const { part, place, draft } of parts) {
    const judged = judge(part, draft, input, byId, context)
    const earlier = part === 'headline' ? [] : passed.sentence
    if (!('passed' in judged)) failed.push({ part, place, text: draft.text, ...judged })
    else if (repeatsOne(judged.passed.text, earlier)) {
      failed.push({
        part,
        place,
        text: draft.text,
        rules: ['repetition'],
        why: ['it says what a sentence before it says'],
      })
    } else passed[part].push(judged.passed)
  }
  const [headline] = passed.headline
  const [impact] = passed.impact
  return { sentences: passed.sentence, failed, ...(headline && { headline }), ...(impact && { impact }) }
}

function judge(
  part: DraftPart,
  { text, citations }: DraftSentence,
  input: ModelInput,
  byId: ReadonlyMap<number, CitedItem>,
  context: CheckContext,
): Judged {
  if (citations.length > MOST_CITATIONS) return { rules: ['length'], why: ['it has too many quotes'] }
  const located = citations.map(({ item, quote }) => {
    const cited = byId.get(item)
    return cited && locateQuote(cited, quote)
  })
  const lost = citations.find((_each, index) => located[index] === undefined)
  if (lost) return { rules: ['citation'], why: [`the quote “${lost.quote}” does not stand in report ${lost.item}`] }
  const sentence: SummarySentence = {
    text: text.trim(),
    language: input.language,
    citations: located.flatMap((each) => each ?? []),
  }
  const isTold = sentence.citations.every((citation) => !isTalk(byId.get(citation.itemId)!, citation))
  const quotes = sentence.citations.map(({ quote }) => quote)
  const own = isTold ? ownRulesBroken(part, sentence.text, input.language, quotes) : (['instruction'] as const)
  if (own.length > 0) return { rules: own, why: own.map((rule) => OWN_RULES_IN_WORDS[rule] ?? rule) }
  const alone = uncorroboratedName(sentence.text, input, context)
  if (alone) return { rules: ['uncorroborated'], why: [`“${alone}” stands in one report alone, and not in its title`] }
  const failures = failuresOf(sentence, byId, context)
  if (failures.length > 0)
    return { rules: [...new Set(failures.map(({ rule }) => rule))], why: failures.map(sayFailure) }
  const broken = oneVoiceRuleBroken(sentence, byId, input, context)
  return broken ? { rules: [broken], why: [ONE_VOICE_IN_WORDS[broken] ?? broken] } : { passed: sentence }
}

/** Explanations for the model that is asked to repair a part. */
const OWN_RULES_IN_WORDS: Partial<Record<DropRule, string>> = {
  link: 'it holds a link, an address or markup',
  length: 'it is too short or too long',
  filler: 'it could stand under any story',
  instruction: 'it is no statement about the event',
}

const ONE_VOICE_IN_WORDS: Partial<Record<DropRule, string>> = {
  instruction: 'it is no statement about the event',
  uncorroborated: 'it names somebody whom one sentence of one report alone names',
  'off-topic': 'the quoted sentence shares no word with the title or another report',
  coverage: 'the story has one report: keep to the words of your quotes',
}

function repeatsOne(text: string, earlier: readonly SummarySentence[]): boolean {
  const terms = termsOf(text)
  return earlier.some((sentence) => {
    const before = termsOf(sentence.text)
    const shared = [...terms].filter((term) => before.has(term)).length
    return shared >= REPEATED_SHARE * Math.max(1, Math.min(terms.size, before.size))
  })
}

/** Builds the summary to publish from a checked draft; undefined if no sentence passed. */
export function modelSummary(
  checked: CheckedDraft,
  made: Pick<ModelSummary, 'model' | 'writtenAt' | 'kind'>,
  input: ModelInput,
): ModelSummary | undefined {
  const { headline, sentences, impact, failed } = checked
  if (sentences.length === 0) return undefined
  const dropped: DroppedPart[] = failed.map(({ part, rules }) => ({ part, rules }))
  const about = { ...made, inputHash: input.hash, independent: input.reports.length }
  return { ...about, sentences, dropped, ...(headline && { headline }), ...(impact && { impact }) }
}
