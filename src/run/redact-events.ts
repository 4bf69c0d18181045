import type { StoryEvent } from '../store/story-types.ts'
import { splitSentences } from '../summary/split-sentences.ts'

/** What an item still says, as far as it is known. */
export interface StandingWords {
  readonly id: number
  readonly title: string
  readonly text: string
}

type Redaction = Pick<StoryEvent, 'seq' | 'data'>

/**
 * Takes out of a story's log what only an item said that its source has taken back: headlines, and sentences of summaries,
 * that no item which still stands has in its words. What an item that stands said before it was edited stays.
 *
 * @param events of the story, in any order
 * @param standing its other items
 * @returns the events that change, with their new data
 */
export function redactEvents(
  events: readonly StoryEvent[],
  standing: readonly StandingWords[],
  withdrawnId: number,
): readonly Redaction[] {
  const others = events.filter(({ type, data }) => type === 'revised' && data.itemId !== withdrawnId)
  const words = squeezed([
    ...standing.flatMap(({ title, text }) => [title, text]),
    ...others.flatMap(({ data }) => [String(data.fromTitle ?? ''), String(data.toTitle ?? '')]),
  ])
  const isStanding = (text: string) => words.includes(squeezed([text]).trim())
  return events.flatMap((event): Redaction[] => {
    const data = redacted(event, withdrawnId, isStanding)
    return data === undefined ? [] : [{ seq: event.seq, data }]
  })
}

function redacted(
  { type, data }: StoryEvent,
  withdrawnId: number,
  isStanding: (text: string) => boolean,
): StoryEvent['data'] | undefined {
  if (type === 'headline' || type === 'summary') {
    const keep = type === 'headline' ? (text: string) => (isStanding(text) ? text : '') : sentencesOf(isStanding)
    const [from, to] = [keep(String(data.from ?? '')), keep(String(data.to ?? ''))]
    return from === data.from && to === data.to ? undefined : { ...data, from, to }
  }
  if (data.itemId !== withdrawnId || !Object.keys(data).some((name) => /title$|^sentence$/i.test(name)))
    return undefined
  return { itemId: withdrawnId }
}

function sentencesOf(isStanding: (text: string) => boolean): (summary: string) => string {
  return (summary) => {
    const sentences = splitSentences(summary).map(({ start, end }) => summary.slice(start, end))
    return sentences.every(isStanding) ? summary : sentences.filter(isStanding).join(' ')
  }
}

/** White space is where the page breaks lines; the parts are held apart so that no sentence is made of two. */
function squeezed(texts: readonly string[]): string {
  return texts.map((text) => text.replace(/\s+/g, ' ')).join('\n')
}
