import type { Member } from '../story/types.ts'
import { citedText } from './check.ts'
import { collapseSpace, numbersOf } from './figures.ts'
import { splitSentences } from './split-sentences.ts'
import { termsOf } from './terms.ts'
import type { Citation } from './types.ts'

/** A sentence of a report, with what selecting and citing it needs. */
export interface Candidate {
  readonly member: Member
  /** Among the sentences of its report, from 0. */
  readonly index: number
  readonly citation: Citation
  readonly text: string
  readonly terms: ReadonlySet<string>
  readonly entityIds: ReadonlySet<string>
  readonly numbers: ReadonlySet<string>
}

/** Characters of a report's text that are read for each sentence wanted: what happened stands at its head. */
const READ_PER_SENTENCE = 400
/** City, perhaps country, date and agency before the first sentence: `TAIPEI (Wire) — A …`, `新华社北京11月22日电`. */
const DATELINE =
  /^(?:\p{Lu}[\p{Lu} .]{3,30}(?:, \p{Lu}[\p{L}.]{2,15}(?: \d{1,2})?){0,2}(?: ?\([^()\n]{2,30}\))? ?[—–-]{1,2} (?=["“‘]?[\p{Lu}\d])|\([^()\n]{2,20}\) ?[—–-]{1,2} |(?:新华社|新華社|中新社|中央社)[^\s，。]{0,24}[电電](?:（[^（）\n]{1,30}）|\([^()\n]{1,30}\))?\s*)/u

/**
 * The first sentences of an item's text, as candidates.
 * @param limit most sentences to take
 */
export function candidatesOf(member: Member, limit: number): readonly Candidate[] {
  const { item } = member
  const whole = citedText(item)
  const base = item.title.length + 1
  const maxRead = limit * READ_PER_SENTENCE
  const candidates: Candidate[] = []
  for (const span of splitSentences(item.text.slice(0, maxRead))) {
    if (candidates.length >= limit) break
    const isCutOff = span.end === maxRead && item.text.length > maxRead
    if (isCutOff) break
    const dateline = DATELINE.exec(item.text.slice(span.start, Math.min(span.end, span.start + 90)))?.[0].length ?? 0
    candidates.push(
      candidateAt(member, whole, { start: base + span.start + dateline, end: base + span.end }, candidates.length),
    )
  }
  return candidates
}

/** The title as a candidate: for stories of which we have nothing but titles. */
export function titleCandidate(member: Member): Candidate {
  return candidateAt(member, citedText(member.item), { start: 0, end: member.item.title.length }, 0)
}

function candidateAt(
  member: Member,
  whole: string,
  { start, end }: { readonly start: number; readonly end: number },
  index: number,
): Candidate {
  const quote = whole.slice(start, end)
  const text = collapseSpace(quote)
  const inside = member.item.mentions.filter((mention) => mention.start >= start && mention.end <= end)
  return {
    member,
    index,
    citation: { itemId: member.item.id, start, end, quote },
    text,
    terms: termsOf(text),
    entityIds: new Set(inside.map((mention) => mention.entityId)),
    numbers: numbersOf(text),
  }
}
