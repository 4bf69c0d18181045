import type { Instant } from '../lib/instant.ts'
import { AskedSites, ROBOTS_AGENT } from './asked-sites.ts'
import type { Fetcher } from './fetcher.ts'
import { isAllowedByRobots, parseRobots } from './robots.ts'
import type { Permission } from './types.ts'

/** Decides what may be read. Every method rejects only with the signal's reason. */
export interface CrawlPolicy {
  /**
   * Whether a feed may be polled. Feeds are published for programs, so only a robots.txt group that names us forbids one; a
   * rule for `*` is taken to forbid the pages.
   */
  feed(url: string, signal?: AbortSignal): Promise<Permission>
  /** Whether a page may be read for its article: robots.txt allows it, and `tdmrep.json` does not reserve its address. */
  mayReadPage(url: string, signal?: AbortSignal): Promise<boolean>
  /**
   * Whether a site's `tdmrep.json` reserves text and data mining for any of the addresses; undefined where none is known to be
   * reserved and a site could not be asked.
   */
  isReserved(urls: readonly string[], signal?: AbortSignal): Promise<boolean | undefined>
}

/** Creates a policy from the robots.txt and `tdmrep.json` of each site, which are cached for a day. */
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
