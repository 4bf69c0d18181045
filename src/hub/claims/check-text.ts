import type { Gazetteer, Mention } from '../../entity/types.ts'
import type { UiLanguage } from '../../lib/ui-languages.ts'
import { splitSentences } from '../../summary/split-sentences.ts'
import type { Atlas } from '../atlas-types.ts'
import { nameIn } from '../names.ts'
import { readClaims } from './read-claims.ts'
import type { Claim, ClaimReading, Figure } from './types.ts'
import { verdictReason } from './verdict-messages.ts'

/** A claim as `auspex claims` and the API give it. */
export interface CheckedClaim {
  readonly quote: string
  readonly hub: string
  readonly indicator: string
  /** As the sentence has it, in `unit`; null for a statement without a number. */
  readonly value: number | null
  readonly unit: string | null
  /** What the figures say of the same thing; null where there is none. */
  readonly figure: Pick<Figure, 'value' | 'lo' | 'hi' | 'unit' | 'method'> | null
  readonly verdict: ClaimReading['verdict']
  /** The verdict in words, in the language asked for. */
  readonly because: string
  readonly evidence: readonly Figure[]
}

/** The claims of a text, sentence by sentence, in reading order; each quote is verbatim. */
export function checkText(
  text: string,
  {
    gazetteer,
    atlas,
    date,
    reader = 'en',
  }: {
    readonly gazetteer: Gazetteer
    readonly atlas: Atlas
    /** Of the text, `2026` or longer; undefined: today's. */
    readonly date?: string
    /** Language of the verdicts in words. */
    readonly reader?: UiLanguage
  },
): readonly CheckedClaim[] {
  const all = gazetteer.findEntities(text)
  const claims: CheckedClaim[] = []
  let before: readonly Mention[] = []
  for (const { start, end } of splitSentences(text)) {
    const sentence = text.slice(start, end)
    const mentions = all
      .filter((mention) => mention.start >= start && mention.end <= end)
      .map((mention) => ({ ...mention, start: mention.start - start, end: mention.end - start }))
    for (const { reading, quote } of readClaims(sentence, mentions, before, { gazetteer, atlas }, date)) {
      claims.push(checkedClaim({ ...reading, quote: sentence.slice(quote.start, quote.end) }, reader, atlas))
    }
    if (mentions.length > 0) before = mentions
    if (text[end] === '\n') before = []
  }
  return claims
}

/** A claim with its verdict in words, and nothing of where it stands. */
export function checkedClaim(
  { quote, hub, indicator, value, unit, verdict, reason, evidence }: ClaimReading & Pick<Claim, 'quote'>,
  language: UiLanguage,
  atlas: Atlas,
): CheckedClaim {
  const because = verdictReason(reason, language, (id) => placeName(id, language, atlas))
  const own = evidence.find((each) => each.place === hub && each.indicator !== 'floor')
  const figure = own ? { value: own.value, lo: own.lo, hi: own.hi, unit: own.unit, method: own.method } : null
  return { quote, hub, indicator, value: value ?? null, unit: unit ?? null, figure, verdict, because, evidence }
}

/** The name of a hub, an area, a market or a city of one; the id where none has it. */
export function placeName(id: string, language: string, atlas: Atlas): string {
  const place =
    atlas.hub(id) ??
    atlas.area(id) ??
    atlas.market(id) ??
    atlas.markets.flatMap(({ points }) => points).find((point) => point.id === id)
  return place ? nameIn(place.names, language) : id
}
