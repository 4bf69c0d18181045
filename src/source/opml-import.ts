import { blankSource } from './blank-source.ts'
import { type Subscription, type SubscriptionList, sameAddress } from './opml.ts'
import { type AllowPrivate, refusedHost } from './refused-host.ts'
import type { Source, SourceType, Tier } from './types.ts'

/** Why an address of a list is not followed. */
export type RefusedAddress = 'noAddress' | 'tooLong' | 'private'

/** What importing a list would do, before anything is done. */
export interface OpmlImport {
  /** Sources to be added, one for each feed, in the order of the list. */
  readonly fresh: readonly Source[]
  /** Feeds that our sources have already. */
  readonly known: readonly { readonly feedUrl: string; readonly sourceId: string; readonly isEnabled: boolean }[]
  readonly refused: readonly { readonly address: string; readonly why: RefusedAddress }[]
  /** Number of new feeds beyond those taken at once. */
  readonly left: number
  /** The list is damaged or cut off. */
  readonly isSalvaged: boolean
}

/** What the operator says of all sources of a list. */
export interface ImportedAs {
  readonly tier: Tier
  readonly tierReason: string
  readonly type: SourceType
}

/** Maximum length of a feed's address; servers refuse longer ones. */
const MAX_ADDRESS_LENGTH = 2_000

/**
 * Compares a list of feeds with the sources that are known.
 *
 * @param allowPrivate which hosts of a private network may be read
 * @param most new feeds taken at once; default: all
 * @param as standing of the new sources; default: that of `blankSource`
 */
export function planImport(
  { subscriptions, unread, isSalvaged }: SubscriptionList,
  sources: readonly Source[],
  allowPrivate: AllowPrivate,
  most = Number.POSITIVE_INFINITY,
  as?: ImportedAs,
): OpmlImport {
  const followed = new Map(
    sources.flatMap((source) => source.feeds.map(({ url }) => [comparable(url), source] as const)),
  )
  const taken = new Set(sources.map(({ id }) => id))
  const fresh: Source[] = []
  const known: OpmlImport['known'][number][] = []
  const refused: OpmlImport['refused'][number][] = unread.map((address) => ({ address, why: 'noAddress' }))
  let left = 0
  for (const subscription of subscriptions) {
    const { feedUrl } = subscription
    const source = followed.get(sameAddress(feedUrl))
    const why = refusal(feedUrl, allowPrivate)
    if (source) known.push({ feedUrl, sourceId: source.id, isEnabled: source.isEnabled })
    else if (why) refused.push({ address: feedUrl, why })
    else if (fresh.length < most) fresh.push({ ...importedSource(subscription, taken), ...as })
    else left++
  }
  return { fresh, known, refused, left, isSalvaged }
}

/** Returns an address in the form in which addresses are compared; text that is no URL stays as it is. */
function comparable(feedUrl: string): string {
  return URL.canParse(feedUrl) ? sameAddress(feedUrl) : feedUrl
}

function refusal(feedUrl: string, allowPrivate: AllowPrivate): RefusedAddress | undefined {
  if (feedUrl.length > MAX_ADDRESS_LENGTH) return 'tooLong'
  const { hostname, port, protocol } = new URL(feedUrl)
  return refusedHost(hostname, Number(port) || (protocol === 'https:' ? 443 : 80), allowPrivate) && 'private'
}

function importedSource(subscription: Subscription, taken: Set<string>): Source {
  const base =
    new URL(subscription.feedUrl).hostname
      .replace(/^www\./, '')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'feed'
  let id = base
  for (let n = 2; taken.has(id); n++) id = `${base}-${n}`
  taken.add(id)
  return {
    ...blankSource(id, subscription.title, subscription.feedUrl),
    homepage: webAddress(subscription.homepage) ?? new URL(subscription.feedUrl).origin,
    language: languageTag(subscription.language) ?? 'mul',
    kind: subscription.kind,
  }
}

/** Returns an address as a feed gives it; undefined for one that the catalogue would refuse. */
export function webAddress(written: string | undefined): string | undefined {
  return written && /^https?:\/\//i.test(written) && URL.canParse(written) ? written : undefined
}

export function languageTag(written: string | undefined): string | undefined {
  const tag = written?.replaceAll('_', '-')
  return tag && /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(tag) ? tag : undefined
}
