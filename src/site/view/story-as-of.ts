import type { StoryEvent, StoryRecord } from '../../store/story-types.ts'

/** A story as it was after an event, as far as its log can tell. */
export interface StoryAsOf {
  readonly seq: number
  readonly headline: string
  readonly summary: string
  readonly score: number
  /** Number of items at that time. */
  readonly items: number
  /** Ids of the items that joined since. */
  readonly joinedSince: ReadonlySet<number>
}

/**
 * Reconstructs a story as it was after event `seq`, by undoing the later events: each holds the value before it.
 *
 * @param items number of items that the story has now
 * @param events the story's events after `seq`, oldest first
 * @returns undefined if the story did not exist yet
 */
export function storyAsOf(
  story: StoryRecord,
  items: number,
  events: readonly StoryEvent[],
  seq: number,
): StoryAsOf | undefined {
  if (events.some(({ type }) => type === 'created')) return undefined
  const before = (type: StoryEvent['type']) => events.find((event) => event.type === type)?.data.from
  const headline = before('headline') ?? story.headline.text
  const summary = before('summary') ?? story.summary.sentences.map(({ text }) => text).join(' ')
  const joined = events.reduce((sum, event) => sum + itemsGained(event, story.id), 0)
  return {
    seq,
    headline: String(headline),
    summary: String(summary),
    score: Number(before('rank') ?? story.score),
    items: Math.max(0, items - joined),
    joinedSince: new Set(events.flatMap((event) => idsGained(event, story.id))),
  }
}

function idsGained({ type, data }: StoryEvent, storyId: number): readonly number[] {
  if (type === 'joined') return [Number(data.itemId)]
  return type === 'merged' && data.into === storyId ? namedItems(data).map(Number) : []
}

function namedItems(data: StoryEvent['data']): readonly string[] {
  return String(data.items ?? '')
    .split(' ')
    .filter(Boolean)
}

function itemsGained({ type, data }: StoryEvent, storyId: number): number {
  const named = namedItems(data).length
  switch (type) {
    case 'joined':
      return 1
    case 'left':
      return -1
    case 'merged':
      return data.into === storyId ? named : 0
    case 'split':
      return data.into === storyId ? 0 : -named
    default:
      return 0
  }
}
