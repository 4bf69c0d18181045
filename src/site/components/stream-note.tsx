import type { StreamState } from '../../source/timeline-streams.ts'
import type { SourceKind } from '../../source/types.ts'
import type { PageContext } from '../page-context.ts'

interface StreamNoteProps {
  readonly kind: SourceKind
  readonly feedUrl: string
  /** By address of the feeds that have a stream; undefined if it has not been opened yet. */
  readonly streams: ReadonlyMap<string, StreamState | undefined>
  readonly c: PageContext
}

/** Says in a sentence whether a feed's stream is open, since when, or why not; nothing for kinds of feeds without streams. */
export function StreamNote({ kind, feedUrl, streams, c }: StreamNoteProps) {
  const words = streamWords(kind, feedUrl, streams, c)
  if (words === undefined) return null
  const reason = streams.get(feedUrl)?.reason
  return (
    <dl class="facts">
      <dt>{c.m.stream}</dt>
      <dd>
        {words}
        {reason ? <span lang="en">{` (${reason})`}</span> : null}
      </dd>
    </dl>
  )
}

function streamWords(
  kind: SourceKind,
  feedUrl: string,
  streams: StreamNoteProps['streams'],
  { m, f, now }: PageContext,
): string | undefined {
  // Jetstream is not kept open: each poll replays its log from where the last one stopped.
  if (/^wss?:/.test(feedUrl)) return m.streamReplayed
  if (kind !== 'mastodon') return undefined
  if (!streams.has(feedUrl)) return m.streamNone
  const stream = streams.get(feedUrl)
  if (stream === undefined) return m.streamNotYet
  const { isOpen, since, retryAt } = stream
  if (isOpen) return m.streamOpen(f.moment(since, now))
  return `${m.streamClosed(f.moment(since, now))}${retryAt === undefined ? '' : ` · ${m.streamRetry(f.moment(retryAt, now))}`}`
}
