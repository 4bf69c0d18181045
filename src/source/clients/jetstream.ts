import { SECOND_MS } from '../../lib/instant.ts'
import { parsedJson } from '../../lib/parsed-json.ts'
import { isRecord, recordAt, textAt, valueAt } from '../json-value.ts'
import { parseBluesky } from '../parse-bluesky.ts'
import { conversation, UnexpectedAnswerError } from './answers.ts'
import type { SourceClient } from './client.ts'

/** Without an event for so long the stream has caught up with the present. */
const IDLE_MS = 3 * SECOND_MS
const MAX_MS = 20 * SECOND_MS
const MAX_EVENTS = 5_000
/** Of one poll's events in all; the next goes on from there. */
const MAX_BYTES = 5_000_000
/** A feed never polled begins this far back: a day is what a Jetstream server keeps at least. */
const FIRST_REACH_MS = 24 * 3_600 * SECOND_MS
/** Events are taken once more from a little before the last one: servers behind one name differ by as much. */
const OVERLAP_US = 2_000_000

/**
 * Accounts of Bluesky by Jetstream (github.com/bluesky-social/jetstream). A poll replays what happened since the last one,
 * from the cursor to the present, and hangs up: posts, edits and deletions arrive in the order they were made, and nothing
 * is lost while nobody listens. Replies and other records are passed over.
 */
export const jetstreamClient: SourceClient = {
  poll: (feed, context) =>
    conversation(context, async (talk) => {
      const url = streamUrl(feed.url, feed.state?.cursor, talk.startedAt)
      const posts = new Map<string, unknown>()
      const deleted = new Set<string>()
      let latestUs = 0
      let events = 0
      await context.fetcher.listen(url, {
        onMessage: (text) => {
          talk.bytes += text.length
          if (context.hold?.(text.length) === false) return false
          const event = parseEvent(text)
          if (!event) return ++events < MAX_EVENTS && talk.bytes < MAX_BYTES
          latestUs = Math.max(latestUs, event.timeUs)
          if (event.post) {
            posts.set(event.uri, event.post)
            deleted.delete(event.uri)
          } else if (event.isDeletion) {
            posts.delete(event.uri)
            deleted.add(event.uri)
          }
          return ++events < MAX_EVENTS && talk.bytes < MAX_BYTES && latestUs < talk.startedAt * 1_000
        },
        ...{ idleMs: IDLE_MS, maxMs: MAX_MS, signal: context.signal },
      })
      // In silence the cursor moves on with the clock, or it would fall out of what the server keeps.
      const reachedUs = latestUs || (talk.startedAt - IDLE_MS) * 1_000
      return talk.read(parseBluesky({ cursor: '', posts: [...posts.values()] }), {
        withdrawn: [...deleted],
        cursor: String(reachedUs),
      })
    }),
}

interface StreamEvent {
  readonly timeUs: number
  readonly uri: string
  readonly isDeletion: boolean
  /** In the shape of the AppView. */
  readonly post?: unknown
}

/** @returns undefined for what is no event about a post */
function parseEvent(text: string): StreamEvent | undefined {
  const event = parsedJson(text)
  const did = textAt(event, 'did')
  const timeUs = valueAt(event, 'time_us')
  const commit = recordAt(event, 'commit')
  const rkey = textAt(commit, 'rkey')
  if (!did || !rkey || !Number.isSafeInteger(timeUs) || textAt(commit, 'collection') !== 'app.bsky.feed.post') {
    return undefined
  }
  const uri = `at://${did}/app.bsky.feed.post/${rkey}`
  const record = recordAt(commit, 'record')
  const isReply = isRecord(record) && isRecord(record.reply)
  const post = record && !isReply ? { uri, record, author: { did } } : undefined
  return { timeUs: timeUs as number, uri, isDeletion: textAt(commit, 'operation') === 'delete', post }
}

/** @throws UnexpectedAnswerError where the address names no accounts: the whole network is no source */
function streamUrl(feedUrl: string, cursor: string | undefined, now: number): string {
  const url = new URL(feedUrl)
  if (!url.searchParams.has('wantedDids')) {
    throw new UnexpectedAnswerError('the address names no account; add wantedDids=did:plc:… for each')
  }
  if (!url.searchParams.has('wantedCollections')) url.searchParams.set('wantedCollections', 'app.bsky.feed.post')
  const lastUs = Number(cursor)
  const fromUs = cursor && Number.isSafeInteger(lastUs) ? lastUs - OVERLAP_US : (now - FIRST_REACH_MS) * 1_000
  url.searchParams.set('cursor', String(Math.max(0, fromUs)))
  return url.href
}
