import type { Instant } from '../lib/instant.ts'
import { checkSource, type FoundFeed } from './check-source.ts'
import type { PolledFeed, SourceClient } from './clients/client.ts'
import { clientOf } from './clients/clients.ts'
import type { FetchOutcome } from './fetch-feed.ts'
import type { Fetcher } from './fetcher.ts'
import { NotAFeedError } from './not-a-feed-error.ts'
import { parseFeed } from './parse-feed.ts'
import type { ParsedFeed, Source, SourceKind } from './types.ts'

/** How one feed of the catalogue did when it was tried. */
export interface FeedCheck {
  readonly sourceId: string
  readonly url: string
  readonly result: 'answers' | 'moved' | 'empty' | 'fails'
  readonly entries?: number
  /** Why it fails, for the operator. */
  readonly problem?: string
  /** Where it has moved for good. */
  readonly movedTo?: string
  /** Feeds that could take its place: those that the source's homepage names, else one at a usual address. */
  readonly repairs: readonly FoundFeed[]
}

export interface CheckOptions {
  readonly fetcher: Fetcher
  readonly now: () => Instant
  /** How a feed is asked; default: by its kind. */
  readonly clientFor?: (feed: PolledFeed) => SourceClient
  readonly signal?: AbortSignal
  /** Told of each feed as soon as it was tried. */
  readonly onChecked?: (check: FeedCheck) => void
}

/** Kinds whose feeds are documents that a homepage names. */
const NAMED_BY_PAGES: ReadonlySet<SourceKind> = new Set(['rss', 'atom', 'json', 'podcast', 'github', 'youtube'])
/** Where publishing software puts feeds. */
const USUAL_PATHS = ['/feed', '/rss.xml', '/feed.xml', '/atom.xml', '/index.xml']

/** Tries every feed of the sources that are on, each as it is polled, and looks for repairs of those that fail. */
export async function checkCatalogue(sources: readonly Source[], options: CheckOptions): Promise<readonly FeedCheck[]> {
  const enabled = sources.filter(({ isEnabled }) => isEnabled)
  const checkOne = async (source: Source, url: string): Promise<FeedCheck> => {
    const check = await checkFeed(source, url, options)
    options.onChecked?.(check)
    return check
  }
  return Promise.all(enabled.flatMap((source) => source.feeds.map(({ url }) => checkOne(source, url))))
}

async function checkFeed(source: Source, url: string, options: CheckOptions): Promise<FeedCheck> {
  const { fetcher, now, clientFor = clientOf, signal } = options
  const feed: PolledFeed = { url, kind: source.kind, sourceId: source.id }
  const outcome = await clientFor(feed).poll(feed, { fetcher, now, signal })
  const movedTo = outcome.type === 'failed' ? undefined : outcome.movedTo
  const read = readOutcome(outcome, source.kind)
  const known = { sourceId: source.id, url, movedTo }
  if ('problem' in read) {
    // Where the name leads nowhere, or nothing does, the homepage at the same host need not be asked.
    const isLost = outcome.type === 'failed' && outcome.isOffline && hostOf(source.homepage) === hostOf(url)
    const repairs = isLost ? [] : await findRepairs(source, url, options)
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
