import { DAY_MS, HOUR_MS, type Instant, SECOND_MS } from '../../lib/instant.ts'
import { parsedJson } from '../../lib/parsed-json.ts'
import { isRecord, recordAt, textAt, valueAt } from '../json-value.ts'
import { parseBluesky } from '../parse-bluesky.ts'
import { conversation, UnexpectedAnswerError } from './answers.ts'
import type { SourceClient } from './client.ts'

/**
 * Seconds of network time that a server replays in one second, at least. It reads all events in order, 50,000 a second at most, and sends
 * only those asked for: between two posts of a few accounts it is silent, though it may be far from the present. At its busiest the network
 * had 2,000 events a second. (`playbackRateLimit` and `max-sub-rate` in github.com/bluesky-social/jetstream.)
 */
const REPLAY_SPEED = 25
/** Shortest silence after which a stream counts as at the present. */
const LEAST_SILENCE_MS = 3 * SECOND_MS
const MAX_MS = 60 * SECOND_MS
/** Longest wait until the next poll; replaying that much takes less than a third of `MAX_MS`. */
const AGAIN_WITHIN_MS = 450 * SECOND_MS
const MAX_EVENTS = 5_000
/** Limit of one poll's events together; the next poll continues from there. */
const MAX_BYTES = 5_000_000
/** How far back a feed begins that was never polled; replaying a day would take an hour without anything new. */
const FIRST_REACH_MS = HOUR_MS
/** How long a server keeps events, at least. */
const KEPT_MS = DAY_MS
/** Overlap of a replay with the last one; servers behind one name differ by as much. */
const OVERLAP_US = 2_000_000

/**
 * Client for accounts of Bluesky by Jetstream (github.com/bluesky-social/jetstream). A poll replays what happened since the last
 * one, from the cursor towards the present, and disconnects: posts, edits and deletions arrive in the order they were made, and
 * nothing is lost between polls. Replies and other records are skipped.
 *
 * Nothing in the protocol says that the present is reached, but each event has its time (`time_us`): the replay is at least as far as the
 * last event, and advances by at least `REPLAY_SPEED` in the silence after it. The cursor goes no further than that.
 */
export const jetstreamClient: SourceClient = {
  poll: (feed, context) =>
    conversation(context, async (talk) => {
      const fromUs = cursorOf(feed.state?.cursor, talk.startedAt)
      const url = streamUrl(feed.url, fromUs)
      const presentUs = talk.startedAt * 1_000
      const posts = new Map<string, unknown>()
      const deleted = new Set<string>()
      let reachedUs = fromUs
      let events = 0
      const silentMs = await context.fetcher.listen(url, {
        onMessage: (text) => {
          talk.bytes += text.length
          if (context.hold?.(text.length) === false) return false
          const message = parsedJson(text)
          const timeUs = valueAt(message, 'time_us')
          // An event dated in the future must not move the cursor there.
          if (Number.isSafeInteger(timeUs)) {
            reachedUs = Math.max(reachedUs, Math.min(timeUs as number, presentUs + MAX_MS * 1_000))
          }
          const event = readEvent(message)
          if (event?.post) {
            posts.set(event.uri, event.post)
            deleted.delete(event.uri)
          } else if (event?.isDeletion) {
            posts.delete(event.uri)
            deleted.add(event.uri)
          }
          return ++events < MAX_EVENTS && talk.bytes < MAX_BYTES && reachedUs < presentUs
        },
        idleMs: () => silenceToPresentMs(reachedUs, talk.startedAt),
        ...{ maxMs: MAX_MS, signal: context.signal },
      })
      const cursorUs = reachedInSilenceUs(reachedUs, silentMs, talk.startedAt)
      const isBehind = cursorUs < presentUs - LEAST_SILENCE_MS * 1_000
      return {
        ...talk.read(parseBluesky({ cursor: '', posts: [...posts.values()] }), {
          withdrawn: [...deleted],
          cursor: String(cursorUs),
        }),
        againWithinMs: isBehind ? 0 : AGAIN_WITHIN_MS,
      }
    }),
}

/** @returns milliseconds of silence in which a replay surely comes from `reachedUs` to the present */
export function silenceToPresentMs(reachedUs: number, now: Instant): number {
  return Math.max(LEAST_SILENCE_MS, Math.ceil((now - reachedUs / 1_000) / REPLAY_SPEED))
}

/** @returns the time in microseconds that a replay has reached, at least, after `silentMs` of silence since `reachedUs` */
export function reachedInSilenceUs(reachedUs: number, silentMs: number, now: Instant): number {
  const silentUs = Math.floor(silentMs) * REPLAY_SPEED * 1_000
  return Math.max(reachedUs, Math.min(reachedUs + silentUs, (now - LEAST_SILENCE_MS) * 1_000))
}

interface StreamEvent {
  readonly uri: string
  readonly isDeletion: boolean
  /** In the shape of the AppView. */
  readonly post?: unknown
}

/** @returns undefined for what is no event about a post */
function readEvent(event: unknown): StreamEvent | undefined {
  const did = textAt(event, 'did')
  const commit = recordAt(event, 'commit')
  const rkey = textAt(commit, 'rkey')
  if (!did || !rkey || textAt(commit, 'collection') !== 'app.bsky.feed.post') return undefined
  const uri = `at://${did}/app.bsky.feed.post/${rkey}`
  const record = recordAt(commit, 'record')
  const isReply = isRecord(record) && isRecord(record.reply)
  const post = record && !isReply ? { uri, record, author: { did } } : undefined
  return { uri, isDeletion: textAt(commit, 'operation') === 'delete', post }
}

/** @returns where to begin, in microseconds; never in the future, where a server would send new events only */
function cursorOf(cursor: string | undefined, now: Instant): number {
  const lastUs = Number(cursor)
  if (!cursor || !Number.isSafeInteger(lastUs)) return (now - FIRST_REACH_MS) * 1_000
  return Math.max(Math.min(lastUs, now * 1_000) - OVERLAP_US, (now - KEPT_MS) * 1_000)
}

/** @throws UnexpectedAnswerError where the address names no accounts: the whole network is no source */
function streamUrl(feedUrl: string, fromUs: number): string {
  const url = new URL(feedUrl)
  if (!url.searchParams.has('wantedDids')) {
    throw new UnexpectedAnswerError('the address names no account; add wantedDids=did:plc:… for each')
  }
  if (!url.searchParams.has('wantedCollections')) url.searchParams.set('wantedCollections', 'app.bsky.feed.post')
  url.searchParams.set('cursor', String(fromUs))
  return url.href
}
