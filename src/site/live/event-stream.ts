import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import { isoInstant } from '../../lib/instant.ts'
import { oncePerObject } from '../../lib/once-per-object.ts'
import { recordNumber } from '../http/record-number.ts'
import { isUnnamed, senderOf } from '../http/sender.ts'
import { BRINGING, type EventHub, type ListableStory, type LiveEvent } from './event-hub.ts'

/** Longest silence: proxies close connections that are silent for a minute. */
const HEARTBEAT_MS = 20_000
/** Streams open at once; each costs a socket and a few kilobytes. */
const MOST_STREAMS = 1_000
/** Most streams of one sender, so that none takes all; an office behind one address has fewer readers at a time. */
const MOST_STREAMS_OF_SENDER = 100
/** A stream that is further behind than this many events ends with a `reset` instead of sending them all. */
const MOST_BEHIND = 5_000

/**
 * Creates the handler that streams story events (HTML Standard, "Server-sent events"): `id` is the sequence number of the event, and a
 * stream resumes after `Last-Event-ID` or `?after=`. Events are written one by one as the connection takes them: a slow reader falls
 * behind in the log, and nothing queues up in memory.
 *
 * @param listOf returns whether the list that a reader looks at shows a story; each event that brings a story says so as `listed`
 */
export function createEventStream(
  hub: EventHub,
  listOf: (c: Context) => (story: ListableStory) => boolean,
  heartbeatMs = HEARTBEAT_MS,
): (c: Context) => Response {
  let open = 0
  const openBy = new Map<string, number>()
  const count = (sender: string, change: 1 | -1): void => {
    open += change
    const left = (openBy.get(sender) ?? 0) + change
    if (left > 0) openBy.set(sender, left)
    else openBy.delete(sender)
  }
  return (c) => {
    const sender = senderOf(c)
    const most = isUnnamed(sender) ? MOST_STREAMS : MOST_STREAMS_OF_SENDER
    if (open >= MOST_STREAMS || (openBy.get(sender) ?? 0) >= most) {
      return c.text('Too many open streams. Try again later.\n', 503, { 'Retry-After': '60' })
    }
    const asked = recordNumber(c.req.header('last-event-id')) ?? recordNumber(c.req.query('after'))
    const isListed = listOf(c)
    count(sender, 1)
    c.header('X-Accel-Buffering', 'no')
    return streamSSE(c, async (stream) => {
      const gone = new AbortController()
      stream.onAbort(() => gone.abort())
      try {
        await stream.write('retry: 5000\n\n')
        let after = asked ?? (await hub.now(gone.signal))
        while (!gone.signal.aborted) {
          const events = await hub.next(after, heartbeatMs, gone.signal)
          if (!events) return
          if ((hub.newestSeq() ?? after) - after > MOST_BEHIND) {
            await stream.writeSSE({ event: 'reset', data: '{}', id: String(hub.newestSeq()) })
            return
          }
          if (events.length === 0) await stream.write(': still here\n\n')
          for (const event of events) {
            if (gone.signal.aborted) break
            await stream.write(messageOf(event, isListed))
            after = event.seq
          }
        }
      } finally {
        count(sender, -1)
        gone.abort()
      }
    })
  }
}

/** Messages by `listed`, each written once for all listeners. JSON has no line breaks, which would begin another field. */
const written = [undefined, false, true].map((listed) =>
  oncePerObject(
    (event: LiveEvent) => `event: story\ndata: ${JSON.stringify(eventJson(event, listed))}\nid: ${event.seq}\n\n`,
  ),
)

function messageOf(event: LiveEvent, isListed: (story: ListableStory) => boolean): string {
  const way = BRINGING.has(event.type) ? (event.story && isListed(event.story) ? 2 : 1) : 0
  return written[way]!(event)
}

/** Converts an event to its public form. */
function eventJson({ seq, type, storyId, at, data }: LiveEvent, listed?: boolean): Readonly<Record<string, unknown>> {
  return { seq, type, storyId, at: isoInstant(at), ...data, listed }
}
