import type { IncomingMessage, ServerResponse } from 'node:http'

/** The fields that matter here of a status as `renderMastodon` writes it. */
interface Status {
  readonly id: string
  readonly edited_at: string | null
}

/** Paths under which a hashtag timeline, its posts and its stream answer (docs.joinmastodon.org/methods). */
export const TIMELINE_PATH = '/api/v1/timelines/tag/'
export const STATUS_PATH = '/api/v1/statuses/'
export const STREAM_PATH = '/api/v1/streaming/hashtag'

const MOST_STATUSES = 40
/** How often a stream checks for changes. */
const STREAM_ROUND_MS = 250
const HEARTBEAT_MS = 15_000

/**
 * Returns a page of a timeline: the newest statuses, or with `min_id` those right after it.
 *
 * @param timeline newest first
 */
export function timelinePage(timeline: readonly Status[], query: URLSearchParams): readonly Status[] {
  const minId = query.get('min_id')
  const limit = Math.min(MOST_STATUSES, Math.max(1, Number(query.get('limit')) || 20))
  if (minId === null) return timeline.slice(0, limit)
  // All ids have 18 digits, so they compare as text.
  return timeline.filter(({ id }) => id > minId).slice(-limit)
}

/** Streams what is new, edited and deleted in a timeline, until the client disconnects. */
export function streamTimeline(
  request: IncomingMessage,
  response: ServerResponse,
  timelineNow: () => readonly Status[],
): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' }).write(':)\n')
  let before = new Map(timelineNow().map((status) => [status.id, status]))
  const say = (event: string, data: string) => response.write(`event: ${event}\ndata: ${data}\n\n`)
  const round = setInterval(() => {
    const after = new Map(timelineNow().map((status) => [status.id, status]))
    for (const [id, status] of after) {
      const known = before.get(id)
      if (known === undefined) say('update', JSON.stringify(status))
      else if (known.edited_at !== status.edited_at) say('status.update', JSON.stringify(status))
    }
    for (const id of before.keys()) if (!after.has(id)) say('delete', id)
    before = after
  }, STREAM_ROUND_MS)
  const beat = setInterval(() => response.write(':thump\n'), HEARTBEAT_MS)
  request.on('close', () => {
    clearInterval(round)
    clearInterval(beat)
  })
}
