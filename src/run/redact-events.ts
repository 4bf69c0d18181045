import type { StoryEvent } from '../store/story-types.ts'
import { splitSentences } from '../summary/split-sentences.ts'

/** The text of an item that has not been withdrawn. */
export interface StandingWords {
  readonly id: number
  readonly title: string
  readonly text: string
}

type Redaction = Pick<StoryEvent, 'seq' | 'data'>

/**
 * Removes from a story's events what only a withdrawn item said: headlines and summary sentences that do not occur in any remaining item.
 * Titles that remaining items had before an edit also count.
 *
 * @param events the story's events, in any order
 * @param standing the story's remaining items
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

/** Collapses white space, as line breaks vary; a newline separates the texts, so that no sentence matches across two of them. */
function squeezed(texts: readonly string[]): string {
  return texts.map((text) => text.replace(/\s+/g, ' ')).join('\n')
}
