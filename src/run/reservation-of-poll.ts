import { SECOND_MS } from '../lib/instant.ts'
import type { CrawlPolicy } from '../source/crawl-policy.ts'
import type { FetchOutcome } from '../source/fetch-feed.ts'
import type { FeedState, Source } from '../source/types.ts'
import type { ReadResult } from './draft-reader.ts'

/** Time-out for asking a site what it reserves, as the feed's answer waits for it; the next poll asks again. */
const RESERVATION_WAIT_MS = 3 * SECOND_MS

export interface PollOfSource {
  readonly source: Source
  readonly previous: FeedState
  readonly outcome: FetchOutcome
  readonly read: ReadResult | undefined
}

/**
 * Adds to an outcome whether text and data mining is reserved. Headers of the answer take precedence; without them, `tdmrep.json` of the
 * feed's and the source's own site counts, for the feed and its entries. An earlier reservation persists while a site cannot be asked, and
 * after an answer without headers that says that nothing changed.
 */
export async function withReservation(
  { source, previous, outcome, read }: PollOfSource,
  policy: CrawlPolicy | undefined,
  signal: AbortSignal | undefined,
): Promise<FetchOutcome> {
  const { permission } = outcome
  if (outcome.type === 'failed' || permission === undefined || permission.reserved !== undefined) return outcome
  const own = [previous.movedTo ?? previous.feedUrl, source.homepage].filter((url) => URL.canParse(url))
  const origins = new Set(own.map((url) => new URL(url).origin))
  const entries = read && 'drafts' in read ? read.drafts.flatMap(({ item }) => item.url ?? []) : []
  const ownEntries = entries.filter((url) => origins.has(new URL(url).origin))
  const asked = policy?.isReserved([...own, ...ownEntries], signal)
  const isReserved = await withinTime(asked, RESERVATION_WAIT_MS)
  const isKept = isReserved === undefined || outcome.type === 'unchanged'
  const reserved = isReserved === true ? 'tdm' : isKept ? previous.permission?.reserved : undefined
  return reserved === undefined ? outcome : { ...outcome, permission: { ...permission, reserved } }
}

/** @returns undefined if the answer takes longer */
async function withinTime<T>(answer: Promise<T> | undefined, ms: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, ms, undefined)
  })
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}
