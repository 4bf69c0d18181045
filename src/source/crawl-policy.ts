import type { Instant } from '../lib/instant.ts'
import { AskedSites, ROBOTS_AGENT } from './asked-sites.ts'
import type { Fetcher } from './fetcher.ts'
import { isAllowedByRobots, parseRobots } from './robots.ts'
import type { Permission } from './types.ts'

/** What may be read. Each rejects only with the signal's reason. */
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

/** A policy by what sites say of themselves, each asked once a day. */
export function createCrawlPolicy(fetcher: Fetcher, now: () => Instant): CrawlPolicy {
  const sites = new AskedSites(fetcher, now)
  return {
    async feed(url, signal) {
      if (!isOfWeb(url)) return { robots: 'allowed' }
      const text = await sites.robotsAt(url, signal)
      if (text === undefined) return { robots: 'unknown' }
      const robots = parseRobots(text)
      if (isAllowedByRobots(robots, ROBOTS_AGENT, url)) return { robots: 'allowed' }
      const namesUs = robots.groups.some(({ agents }) => agents.includes(ROBOTS_AGENT.toLowerCase()))
      return { robots: namesUs ? 'own' : 'pages' }
    },
    async mayReadPage(url, signal) {
      if (!isOfWeb(url)) return false
      const text = await sites.robotsAt(url, signal)
      if (text === undefined || !isAllowedByRobots(parseRobots(text), ROBOTS_AGENT, url)) return false
      return (await sites.reservationsAt(url, signal))?.isReserved(url) !== true
    },
    async isReserved(urls, signal) {
      let isKnown = true
      for (const url of urls.filter(isOfWeb)) {
        const rules = await sites.reservationsAt(url, signal)
        if (rules?.isReserved(url)) return true
        isKnown &&= rules !== undefined
      }
      return isKnown ? false : undefined
    },
  }
}

function isOfWeb(url: string): boolean {
  return /^https?:/.test(url)
}
