import type { IsShown } from './query-types.ts'
import type { StoryRecord } from './story-types.ts'

/** Most stories that a page reads beyond its length to make up for hidden ones. */
export const MOST_READ_ON = 270

/**
 * Returns where a page ends: the index of the first shown story after the first `shown` ones, or the length of the list.
 * Hidden stories belong to the page of the shown story before them, so no page consists of hidden ones alone.
 */
export function endOfShown(stories: readonly StoryRecord[], shown: number, isShown: IsShown): number {
  let left = shown
  const end = stories.findIndex((story) => isShown(story) && left-- === 0)
  return end === -1 ? stories.length : end
}

/** A part of a list, and whether the list continues after it. */
export interface ReadRows<Row> {
  readonly rows: readonly Row[]
  readonly isMore: boolean
}

/**
 * Reads a page with `limit` shown stories, or as many as lie within the first `limit` + `MOST_READ_ON` rows. Each query reads about
 * one page, so a reader who hides little costs one or two queries.
 *
 * @param read returns the next `count` rows after a row; from the start if `after` is undefined
 * @returns the rows of the page; `isMore` if others follow
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
