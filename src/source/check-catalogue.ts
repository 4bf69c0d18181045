import { setMaxListeners } from 'node:events'
import { type Instant, SECOND_MS } from '../lib/instant.ts'
import { checkSource, type FoundFeed } from './check-source.ts'
import type { PolledFeed, SourceClient } from './clients/client.ts'
import { clientOf } from './clients/clients.ts'
import type { FetchOutcome } from './fetch-feed.ts'
import type { Fetcher } from './fetcher.ts'
import { NoNetworkError } from './no-network-error.ts'
import { NotAFeedError } from './not-a-feed-error.ts'
import { OfflineWatch } from './offline-watch.ts'
import { parseFeed } from './parse-feed.ts'
import type { ParsedFeed, Source, SourceKind } from './types.ts'

/** The result of trying one feed of the catalogue. */
export interface FeedCheck {
  readonly sourceId: string
  readonly url: string
  readonly result: 'answers' | 'moved' | 'empty' | 'fails'
  readonly entries?: number
  /** Why the feed fails, for the operator. */
  readonly problem?: string
  /** Where the feed has moved permanently. */
  readonly movedTo?: string
  /** Feeds that could replace it: those that the source's homepage names, else one at a usual address. */
  readonly repairs: readonly FoundFeed[]
}

export interface CheckOptions {
  readonly fetcher: Fetcher
  readonly now: () => Instant
  /** Chooses the client for a feed; by default, by its kind and address. */
  readonly clientFor?: (feed: PolledFeed) => SourceClient
  readonly signal?: AbortSignal
  /** Called for each feed as soon as it has been tried. */
  readonly onChecked?: (check: FeedCheck) => void
  /** Milliseconds within which some server must answer when the first feeds were all unreachable. */
  readonly proofWithinMs?: number
}

/** Kinds whose feeds are documents that a homepage names. */
const NAMED_BY_PAGES: ReadonlySet<SourceKind> = new Set(['rss', 'atom', 'json', 'podcast', 'github', 'youtube'])
/** Paths at which publishing software serves feeds. */
const USUAL_PATHS = ['/feed', '/rss.xml', '/feed.xml', '/atom.xml', '/index.xml']

/** Number of first feeds without any answer that puts the network in doubt. */
const SILENT_AT_FIRST = 20
/** How long servers have to answer once the network is in doubt: dead names fail faster than live servers answer. */
const PROOF_WITHIN_MS = 3 * SECOND_MS

/**
 * Tries every feed of the enabled sources as it would be polled, and looks for repairs of those that fail. All run concurrently, within
 * the fetcher's limits for each host.
 *
 * @throws NoNetworkError as soon as it is clear that the machine, not the feeds, is to blame; the signal's reason when it aborts
 */
export async function checkCatalogue(sources: readonly Source[], options: CheckOptions): Promise<readonly FeedCheck[]> {
  const feeds = sources
    .filter(({ isEnabled }) => isEnabled)
    .flatMap((source) => source.feeds.map(({ url }) => ({ source, url })))
  const stop = new AbortController()
  const signal = options.signal === undefined ? stop.signal : AbortSignal.any([options.signal, stop.signal])
  setMaxListeners(0, signal)
  const network = watchNetwork(feeds.length, options.proofWithinMs ?? PROOF_WITHIN_MS, (error) => stop.abort(error))
  const checkOne = async ({ source, url }: (typeof feeds)[number]): Promise<FeedCheck> => {
    const check = await checkFeed(source, url, { ...options, signal, network })
    options.onChecked?.(check)
    return check
  }
  return Promise.all(feeds.map(checkOne))
}

interface NetworkWatch {
  note(outcome: FetchOutcome): void
  /** Resolves when a server has answered, or when all feeds were tried and nothing speaks against the network; rejects with `NoNetworkError`. */
  readonly isProven: Promise<void>
}

/** Decides whether there is a network; one answer of any server proves it for good. @param onAbsent called once, if there is none */
function watchNetwork(feedsTotal: number, proofWithinMs: number, onAbsent: (error: Error) => void): NetworkWatch {
  const offline = new OfflineWatch()
  let [tried, silent] = [0, 0]
  let doubt: NodeJS.Timeout | undefined
  let prove: () => void = () => undefined
  let refute: (error: Error) => void = onAbsent
  const isProven = new Promise<void>((resolve, reject) => {
    prove = resolve
    refute = (error) => {
      reject(error)
      onAbsent(error)
    }
  })
  isProven.catch(() => undefined)
  const note = (outcome: FetchOutcome): void => {
    tried++
    if (outcome.status !== undefined) {
      clearTimeout(doubt)
      prove()
    }
    if (outcome.type !== 'failed') return
    silent += Number(outcome.status === undefined)
    // Five failures are needed however few feeds there are: of fewer, all may be dead.
    offline.note(outcome, 0, Number.POSITIVE_INFINITY)
    const isDoubted = silent === tried && (offline.reason !== undefined || silent >= SILENT_AT_FIRST)
    if (isDoubted) doubt ??= setTimeout(() => refute(new NoNetworkError(silent, outcome.error)), proofWithinMs)
    else if (tried === feedsTotal) prove()
  }
  return { note, isProven }
}

interface FeedCheckOptions extends CheckOptions {
  readonly network: NetworkWatch
}

async function checkFeed(source: Source, url: string, options: FeedCheckOptions): Promise<FeedCheck> {
  const { fetcher, now, clientFor = clientOf, signal, network } = options
  const feed: PolledFeed = { url, kind: source.kind, sourceId: source.id }
  const outcome = await clientFor(feed).poll(feed, { fetcher, now, signal })
  network.note(outcome)
  const movedTo = outcome.type === 'failed' ? undefined : outcome.movedTo
  const read = readOutcome(outcome, source.kind)
  const known = { sourceId: source.id, url, movedTo }
  if ('problem' in read) {
    // Where the host cannot be looked up or reached, a homepage at the same host need not be asked.
    const isRefused = outcome.permission?.robots === 'own'
    const isLost = outcome.type === 'failed' && outcome.isOffline && hostOf(source.homepage) === hostOf(url)
    // Without a network, the check fails before it requests thousands of pages.
    await network.isProven
    const repairs = isLost || isRefused ? [] : await findRepairs(source, url, options)
    return { ...known, result: 'fails', problem: read.problem, repairs }
  }
  const entries = read.feed.entries.length
  if (entries === 0) return { ...known, result: 'empty', entries, repairs: await findRepairs(source, url, options) }
  return { ...known, result: movedTo === undefined ? 'answers' : 'moved', entries, repairs: [] }
}

function readOutcome(outcome: FetchOutcome, kind: SourceKind): { feed: ParsedFeed } | { problem: string } {
  if (outcome.type === 'failed') return { problem: outcome.error }
  if (outcome.type === 'read') return { feed: outcome.feed }
  if (outcome.type === 'unchanged') return { problem: 'the server answered 304 to a plain request' }
  try {
    return { feed: parseFeed(outcome.bytes, { contentType: outcome.contentType, url: outcome.finalUrl, kind }) }
  } catch (error) {
    if (error instanceof NotAFeedError)
      return { problem: `the server answered, but not with a feed: ${error.looksLike}` }
    throw error
  }
}

async function findRepairs(
  { homepage, kind }: Source,
  failing: string,
  { fetcher, now, signal }: CheckOptions,
): Promise<readonly FoundFeed[]> {
  if (!NAMED_BY_PAGES.has(kind) || !/^https?:/.test(homepage)) return []
  const fits = ({ url, entries }: FoundFeed) => url !== failing && entries > 0
  const named = (await checkSource(homepage, fetcher, now, signal)).feeds.filter(fits)
  if (named.length > 0) return named
  for (const path of USUAL_PATHS) {
    const [found] = (await checkSource(new URL(path, homepage).href, fetcher, now, signal)).feeds.filter(fits)
    if (found) return [found]
  }
  return []
}

function hostOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : undefined
}
