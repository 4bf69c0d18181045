import type { Gazetteer, Mention } from '../../entity/types.ts'
import type { UiLanguage } from '../../lib/ui-languages.ts'
import { splitSentences } from '../../summary/split-sentences.ts'
import type { Atlas } from '../atlas-types.ts'
import { nameIn } from '../names.ts'
import { readClaims } from './read-claims.ts'
import type { Claim, ClaimReading, Figure } from './types.ts'
import { verdictReason } from './verdict-messages.ts'

/** A claim as returned by `auspex claims` and the API. */
export interface CheckedClaim {
  readonly quote: string
  readonly hub: string
  readonly indicator: string
  /** As the sentence states it, in `unit`; null for a statement without a number. */
  readonly value: number | null
  readonly unit: string | null
  /** Our figure for the same quantity; null if there is none. */
  readonly figure: Pick<Figure, 'value' | 'lo' | 'hi' | 'unit' | 'method'> | null
  readonly verdict: ClaimReading['verdict']
  /** The reason for the verdict, in the language requested. */
  readonly because: string
  readonly evidence: readonly Figure[]
}

/** Checks the claims of a text, sentence by sentence, in reading order. Quotes are verbatim. */
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
    /** Date of the text, `2026` or longer. If undefined, the text is taken as current. */
    readonly date?: string
    /** Language of `because`. */
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

/** Returns a claim with the reason for its verdict in words, without its position. */
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

/** Returns the name of a hub, an area, a market or a market's city; the id itself if unknown. */
export function placeName(id: string, language: string, atlas: Atlas): string {
  const place =
    atlas.hub(id) ??
    atlas.area(id) ??
    atlas.market(id) ??
    atlas.markets.flatMap(({ points }) => points).find((point) => point.id === id)
  return place ? nameIn(place.names, language) : id
}
