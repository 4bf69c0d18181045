import type { IsShown } from './query-types.ts'
import type { StoryRecord } from './story-types.ts'

/** Stories that a page reads beyond its length, at most, in place of those that are not shown. */
export const MOST_READ_ON = 270

/**
 * How many stories of a list there are before the shown one that comes after the first `shown` shown ones. Those that are not shown are on
 * the page of the one before them: no page has them alone.
 */
export function endOfShown(stories: readonly StoryRecord[], shown: number, isShown: IsShown): number {
  let left = shown
  const end = stories.findIndex((story) => isShown(story) && left-- === 0)
  return end === -1 ? stories.length : end
}

/** A part of a list, and whether the list goes on behind it. */
export interface ReadRows<Row> {
  readonly rows: readonly Row[]
  readonly isMore: boolean
}

/**
 * Reads a page that has `limit` shown stories, where there are as many within the bounds: as many at a time as a page has, so that a reader
 * whom hardly a word is hidden from costs one or two queries.
 *
 * @param read the next `count` rows after a row; from the first on where it is undefined
 * @returns the rows of the page; `isMore`: others come behind them
 */
export async function fillPage<Row>(
  limit: number,
  isShown: IsShown,
  read: (after: Row | undefined, count: number) => Promise<ReadRows<Row>>,
  storyOf: (row: Row) => StoryRecord,
): Promise<ReadRows<Row>> {
  const rows: Row[] = []
  for (;;) {
    const part = await read(rows.at(-1), Math.min(limit + 1, limit + MOST_READ_ON - rows.length))
    rows.push(...part.rows)
    const end = endOfShown(rows.map(storyOf), limit, isShown)
    if (end < rows.length) return { rows: rows.slice(0, end), isMore: true }
    if (!part.isMore || rows.length >= limit + MOST_READ_ON) return { rows, isMore: part.isMore }
  }
}
