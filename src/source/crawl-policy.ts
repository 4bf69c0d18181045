import { HOUR_MS, type Instant } from '../lib/instant.ts'
import type { FetchedResponse } from './fetched-response.ts'
import type { Fetcher } from './fetcher.ts'
import { crawlDelaySeconds, isAllowedByRobots, MAX_ROBOTS_LENGTH, parseRobots, robotsOf } from './robots.ts'
import { readReservations, type SiteReservations } from './tdm-reservation.ts'
import type { Permission } from './types.ts'

/** Our product token in robots.txt. */
const ROBOTS_AGENT = 'Auspex'
/** RFC 9309, 2.4: no longer than 24 hours. */
const KEPT_MS = 24 * HOUR_MS
/** A site that could not be asked is asked again sooner. */
const RETRY_MS = HOUR_MS
/** Of robots.txt texts remembered in all; the sites asked longest ago are forgotten first. */
const MAX_KEPT_LENGTH = 8_000_000
/** What a site counts beside its text: pages of ever new hosts, most without a robots.txt, would fill the memory too. */
const SITE_LENGTH = 200

/** Of a `tdmrep.json`: real ones have a few hundred. What is longer cannot be asked for. */
const MAX_RESERVATIONS_BYTES = 200_000

interface Site {
  /**
   * What it says to us, as text that is read anew for each question: the rules of one take ten times the memory of its text, and forty of 500 KB ended the
   * thread at each start. Undefined: it could not be asked, and RFC 9309, 2.3.1.4 has us assume that everything is forbidden.
   */
  readonly robots: string | undefined
  readonly until: Instant
  readonly length: number
  /** Undefined rules: the file could not be asked for. */
  reservations?: { readonly rules: SiteReservations | undefined; readonly until: Instant }
}

export interface CrawlPolicy {
  /**
   * Whether a feed may be polled. A feed is published to be read by programs, so that only a group of robots.txt that names
   * us forbids it; what `*` may not read are the pages.
   */
  feed(url: string, signal?: AbortSignal): Promise<Permission>
  /** Whether a page may be read for its article: robots.txt in full, and no reservation for its address. */
  mayReadPage(url: string, signal?: AbortSignal): Promise<boolean>
  /**
   * Whether `tdmrep.json` of its site reserves text and data mining for any of the addresses; undefined where none is reserved and
   * one site could not be asked.
   */
  isReserved(urls: readonly string[], signal?: AbortSignal): Promise<boolean | undefined>
}

/** Asks sites once a day what they allow. @param fetcher follows redirects of robots.txt as RFC 9309, 2.3.1.2 wants */
export function createCrawlPolicy(fetcher: Fetcher, now: () => Instant): CrawlPolicy {
  const sites = new Map<string, Site>()
  const asking = new Map<string, Promise<Site>>()
  let keptLength = 0

  const forget = (origin: string): void => {
    keptLength -= sites.get(origin)?.length ?? 0
    sites.delete(origin)
  }

  const ask = async (origin: string, signal: AbortSignal | undefined): Promise<Site> => {
    const answer = await fetcher
      .get(`${origin}/robots.txt`, { signal, readBytes: MAX_ROBOTS_LENGTH })
      .catch(() => undefined)
    if (signal?.aborted) throw signal.reason
    const site = siteOf(answer, now())
    forget(origin)
    sites.set(origin, site)
    keptLength += site.length
    for (const oldest of sites.keys()) {
      if (keptLength <= MAX_KEPT_LENGTH || oldest === origin) break
      forget(oldest)
    }
    const delay = site.robots === undefined ? undefined : crawlDelaySeconds(parseRobots(site.robots), ROBOTS_AGENT)
    if (delay !== undefined) fetcher.slowDown(new URL(origin).hostname, delay * 1_000)
    return site
  }

  const siteAt = async (url: string, signal: AbortSignal | undefined): Promise<Site> => {
    const { origin } = new URL(url)
    const known = sites.get(origin)
    if (known && known.until > now()) return known
    const running = asking.get(origin) ?? ask(origin, signal).finally(() => asking.delete(origin))
    asking.set(origin, running)
    return running
  }

  const reservationsOf = async (
    url: string,
    signal: AbortSignal | undefined,
  ): Promise<SiteReservations | undefined> => {
    const site = await siteAt(url, signal)
    // Who did not answer for robots.txt will not for this: it would only hold a connection once more.
    if (site.robots === undefined) return undefined
    if (site.reservations !== undefined && site.reservations.until > now()) return site.reservations.rules
    const address = new URL('/.well-known/tdmrep.json', url).href
    const answer = await fetcher.get(address, { signal, hold: upTo(MAX_RESERVATIONS_BYTES) }).catch(() => undefined)
    if (signal?.aborted) throw signal.reason
    const isKnown = answer !== undefined && answer.status < 500 && answer.status !== 429
    const rules = isKnown ? readReservations(answer.status === 200 ? answer.bytes : undefined) : undefined
    site.reservations = { rules, until: now() + (isKnown ? KEPT_MS : RETRY_MS) }
    return rules
  }

  return {
    async feed(url, signal) {
      if (!/^https?:/.test(url)) return { robots: 'allowed' }
      const site = await siteAt(url, signal)
      if (site.robots === undefined) return { robots: 'unknown' }
      const robots = parseRobots(site.robots)
      if (isAllowedByRobots(robots, ROBOTS_AGENT, url)) return { robots: 'allowed' }
      const namesUs = robots.groups.some(({ agents }) => agents.includes(ROBOTS_AGENT.toLowerCase()))
      return { robots: namesUs ? 'own' : 'pages' }
    },
    async mayReadPage(url, signal) {
      if (!/^https?:/.test(url)) return false
      const site = await siteAt(url, signal)
      if (site.robots === undefined || !isAllowedByRobots(parseRobots(site.robots), ROBOTS_AGENT, url)) return false
      return (await reservationsOf(url, signal))?.isReserved(url) !== true
    },
    async isReserved(urls, signal) {
      let isKnown = true
      for (const url of urls) {
        if (!/^https?:/.test(url)) continue
        const rules = await reservationsOf(url, signal)
        if (rules?.isReserved(url)) return true
        isKnown &&= rules !== undefined
      }
      return isKnown ? false : undefined
    },
  }
}

/** @returns a holder with room for so many bytes */
function upTo(most: number): (bytes: number) => boolean {
  let held = 0
  return (bytes) => {
    held += bytes
    return held <= most
  }
}

function siteOf(answer: FetchedResponse | undefined, at: Instant): Site {
  // 2.3.1.3: "unavailable" (4xx) allows everything, 2.3.1.4: "unreachable" forbids everything.
  if (answer === undefined || answer.status >= 500 || answer.status === 429) {
    return { robots: undefined, until: at + RETRY_MS, length: SITE_LENGTH }
  }
  const text = answer.status === 200 ? new TextDecoder().decode(answer.bytes) : ''
  const robots = robotsOf(parseRobots(text), ROBOTS_AGENT)
  return { robots, until: at + KEPT_MS, length: SITE_LENGTH + robots.length }
}
