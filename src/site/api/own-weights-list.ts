import { createHash } from 'node:crypto'
import { formatWeights, parseWeights } from '../../rank/weights.ts'
import { endOfShown } from '../../store/fill-page.ts'
import { readCursor, writeCursor } from '../../store/page-cursor.ts'
import type { StoryPage, StoryPageRequest } from '../../store/query-types.ts'
import type { SiteDeps } from '../deps.ts'
import { MOST_LISTED } from '../view/front.ts'
import { rankWith } from '../view/rank-again.ts'

/**
 * Returns a page of the list that a reader's weights make, as the front page does: of the `MOST_LISTED` stories with the highest scores
 * under the weights in force. Weights equal to those give the same list as none.
 *
 * @throws BadCursorError if `request.after` is not a cursor of a list by these weights
 */
export async function ownWeightsPage(
  { store, settings, now }: Pick<SiteDeps, 'store' | 'settings' | 'now'>,
  request: Omit<StoryPageRequest, 'order'>,
  written: string,
): Promise<StoryPage> {
  const inForce = parseWeights(settings.weights ?? '')
  const own = formatWeights(parseWeights(written, inForce), inForce)
  if (own === '') return store.listStories({ ...request, order: 'score' })
  const { isShown = () => true, limit, after, ...filter } = request
  const name = `score:${shortHash(own)}`
  const from = after === undefined ? undefined : readCursor(after, name, ['real', 'whole'])
  const { stories } = await store.listStories({ ...filter, isShown, order: 'score', limit: MOST_LISTED })
  const ranked = rankWith(own, settings.weights, stories.slice(0, MOST_LISTED), now())
  const rest = from === undefined ? ranked : ranked.filter((story) => isBeyond(story, from))
  const page = rest.slice(0, endOfShown(rest, limit, isShown))
  const last = page.at(-1)
  const isMore = page.length < rest.length
  return { stories: page, ...(isMore && last && { next: writeCursor(name, [last.score, last.id]) }) }
}

/** Names weights in a cursor, whose length the API bounds; the whole table of weights is longer. */
function shortHash(weights: string): string {
  return createHash('sha256').update(weights).digest('base64url').slice(0, 16)
}

/** Returns whether a story comes after the place where the page before ended: with a lower score or, of equal ones, a higher number. */
function isBeyond({ score, id }: StoryPage['stories'][number], [lastScore, lastId]: readonly number[]): boolean {
  return score < lastScore! || (score === lastScore && id > lastId!)
}
