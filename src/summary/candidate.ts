import { datelineEnd } from '../lib/dateline.ts'
import { oncePerObject } from '../lib/once-per-object.ts'
import type { Member, StoryItem } from '../story/types.ts'
import { citedText } from './check/evidence.ts'
import { isConjecture } from './conjecture.ts'
import { collapseSpace, numbersOf } from './figures.ts'
import { isNameless, isOwnVoice, isReadableAlone } from './readable-alone.ts'
import { splitSentences } from './split-sentences.ts'
import { termsOf } from './terms.ts'
import type { Citation } from './types.ts'

/** A sentence of a report, with what is needed to select and cite it. */
export interface Candidate {
  readonly member: Member
  /** Position among the sentences of its report, from 0. */
  readonly index: number
  readonly citation: Citation
  readonly text: string
  readonly terms: ReadonlySet<string>
  readonly entityIds: ReadonlySet<string>
  readonly numbers: ReadonlySet<string>
  readonly isReadableAlone: boolean
  /** Whether it says `we` or `this paper`, and so is readable only if the story has one owner. */
  readonly isOwnVoice: boolean
  readonly isNameless: boolean
  /** Whether its writer guesses. */
  readonly isConjecture: boolean
}

/** Characters of a report's text that are read per sentence wanted. */
const READ_PER_SENTENCE = 400
/** The separator between a title repeated at the start of a text and the sentence that follows. */
const BEHIND_TITLE = /^\s*(?::|：|—|–| - | \| )\s*(?=["“‘「『(]?[\p{Lu}\p{Lo}\d])/u
/** Least characters of a sentence after a repeated title; fewer are a rest of the title. */
const LEAST_TOLD = 30

/** A sentence or title of an item, with the features by which it is compared. */
type Passage = Omit<Candidate, 'member'>

/** A term that is a number; numbers written as words become such terms. */
const COUNT = /^\d+$/

/** Most sentences ever taken from one item. */
const MOST_SENTENCES = 10

/**
 * Returns the first sentences of an item's text as candidates.
 * @param limit most sentences to take, up to 10
 */
export function candidatesOf(member: Member, limit: number): readonly Candidate[] {
  return passagesOf(member.item)
    .slice(0, limit)
    .map((passage) => ({ ...passage, member }))
}

/** Returns the title as a candidate, for stories without usable texts. */
export function titleCandidate(member: Member): Candidate {
  const { item } = member
  return { ...passageAt(item, citedText(item), { start: 0, end: item.title.length }, 0), member }
}

/** Terms of an item's title, cached. */
export const titleTerms = oncePerObject(({ title }: StoryItem) => termsOf(title))

const passagesOf = oncePerObject((item: StoryItem): readonly Passage[] => {
  const whole = citedText(item)
  const base = item.title.length + 1
  const maxRead = MOST_SENTENCES * READ_PER_SENTENCE
  const passages: Passage[] = []
  for (const span of splitSentences(item.text.slice(0, maxRead))) {
    if (passages.length >= MOST_SENTENCES) break
    const isCutOff = span.end === maxRead && item.text.length > maxRead
    if (isCutOff) break
    const start = span.start + lengthBeforeTelling(item.title, item.text.slice(span.start, span.end))
    passages.push(passageAt(item, whole, { start: base + start, end: base + span.end }, passages.length))
  }
  return passages
})

/** Returns the length of what precedes a sentence proper: a dateline, or the repeated title (`Title: what happened`). */
function lengthBeforeTelling(title: string, sentence: string): number {
  const echo = sentence.startsWith(title) ? BEHIND_TITLE.exec(sentence.slice(title.length)) : null
  if (title !== '' && echo && sentence.length - title.length - echo[0].length >= LEAST_TOLD)
    return title.length + echo[0].length
  return datelineEnd(sentence)
}

function passageAt(
  item: StoryItem,
  whole: string,
  { start, end }: { readonly start: number; readonly end: number },
  index: number,
): Passage {
  const quote = whole.slice(start, end)
  const text = collapseSpace(quote)
  const terms = termsOf(text)
  const inside = item.mentions.filter((mention) => mention.start >= start && mention.end <= end)
  return {
    index,
    citation: { itemId: item.id, start, end, quote },
    text,
    terms,
    entityIds: new Set(inside.map((mention) => mention.entityId)),
    numbers: new Set([...numbersOf(text), ...[...terms].filter((term) => COUNT.test(term))]),
    isReadableAlone: isReadableAlone(text),
    isOwnVoice: isOwnVoice(text),
    isNameless: isNameless(text),
    isConjecture: isConjecture(text),
  }
}
