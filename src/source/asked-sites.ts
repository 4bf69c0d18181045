import { HOUR_MS, type Instant, SECOND_MS } from '../lib/instant.ts'
import { joined } from '../lib/joined.ts'
import { lasts, type Rest } from '../lib/rest.ts'
import type { FetchedResponse } from './fetched-response.ts'
import type { Fetcher } from './fetcher.ts'
import { crawlDelaySeconds, MAX_ROBOTS_LENGTH, parseRobots, robotsOf } from './robots.ts'
import { readReservations, type SiteReservations } from './tdm-reservation.ts'

/** Our product token in robots.txt. */
export const ROBOTS_AGENT = 'Auspex'
/** How long an answer is cached; RFC 9309, 2.4 allows at most 24 hours. */
const KEPT_MS = 24 * HOUR_MS
/** How long a site that could not be asked is left alone. */
const RETRY_MS = HOUR_MS
/** Maximum size of the cache over all sites, in characters; the sites asked longest ago are evicted first. */
const MAX_KEPT_LENGTH = 8_000_000
/** Fixed size of a cached site beside its text: pages on ever new hosts, most without a robots.txt, would fill the memory too. */
const SITE_LENGTH = 200
/** Maximum size of a `tdmrep.json`; real ones have a few hundred bytes. A longer one counts as unreachable. */
const MAX_RESERVATIONS_BYTES = 200_000

/** What a site said, and until when that is valid. */
interface Site extends Rest {
  /**
   * The part of robots.txt that applies to us, as text that is parsed again for each question: parsed rules take ten times the memory of
   * their text, and forty files of 500 KB exhausted the thread's memory at each start. Undefined if the site could not be asked; RFC 9309,
   * 2.3.1.4 then has us assume that everything is forbidden.
   */
  readonly robots: string | undefined
  /** `rules` is undefined if the file could not be fetched. */
  readonly reservations?: Rest & { readonly rules: SiteReservations | undefined }
}

/** Fetches the robots.txt and `tdmrep.json` of sites and caches them for a day, in bounded memory. */
export class AskedSites {
  readonly #fetcher: Fetcher
  readonly #now: () => Instant
  readonly #sites = new Map<string, Site>()
  readonly #askOnce = joined<Site>()
  #keptLength = 0

  /** @param fetcher follows redirects of robots.txt as RFC 9309, 2.3.1.2 wants */
  constructor(fetcher: Fetcher, now: () => Instant) {
    this.#fetcher = fetcher
    this.#now = now
  }

  /**
   * Returns the part of a site's robots.txt that applies to us.
   *
   * @param url any http or https address of the site
   * @returns undefined where the site could not be asked
   * @throws only a signal's reason; callers that share a request share the signal of the first
   */
  async robotsAt(url: string, signal?: AbortSignal): Promise<string | undefined> {
    return (await this.#siteAt(url, signal)).robots
  }

  /** Returns what the site's `tdmrep.json` reserves; parameters, undefined and errors as for `robotsAt`. */
  async reservationsAt(url: string, signal?: AbortSignal): Promise<SiteReservations | undefined> {
    const site = await this.#siteAt(url, signal)
    // A site that did not answer for robots.txt will not answer for this: asking would only occupy a connection.
    if (site.robots === undefined) return undefined
    if (lasts(site.reservations, this.#now())) return site.reservations!.rules
    const { origin } = new URL(url)
    const address = `${origin}/.well-known/tdmrep.json`
    const asked = await this.#askOnce(address, () => this.#askReservations(origin, address, site, signal))
    return asked.reservations!.rules
  }

  async #siteAt(url: string, signal: AbortSignal | undefined): Promise<Site> {
    const { origin } = new URL(url)
    const known = this.#sites.get(origin)
    return lasts(known, this.#now()) ? known! : this.#askOnce(origin, () => this.#ask(origin, signal))
  }

  async #askReservations(origin: string, address: string, site: Site, signal: AbortSignal | undefined): Promise<Site> {
    const answer = await this.#fetcher
      .get(address, { signal, hold: upTo(MAX_RESERVATIONS_BYTES) })
      .catch(() => undefined)
    if (signal?.aborted) throw signal.reason
    const rules = isKnown(answer) ? readReservations(answer.status === 200 ? answer.bytes : undefined) : undefined
    const asked = { ...site, reservations: { rules, ...restAfter(answer, this.#now()) } }
    this.#keep(origin, asked)
    return asked
  }

  async #ask(origin: string, signal: AbortSignal | undefined): Promise<Site> {
    const answer = await this.#fetcher
      .get(`${origin}/robots.txt`, { signal, readBytes: MAX_ROBOTS_LENGTH })
      .catch(() => undefined)
    if (signal?.aborted) throw signal.reason
    const site = siteOf(answer, this.#now())
    this.#keep(origin, site)
    if (site.robots !== undefined) {
      const delaySeconds = crawlDelaySeconds(parseRobots(site.robots), ROBOTS_AGENT) ?? 0
      this.#fetcher.slowDown(new URL(origin).hostname, delaySeconds * SECOND_MS)
    }
    return site
  }

  #keep(origin: string, site: Site): void {
    this.#forget(origin)
    this.#sites.set(origin, site)
    this.#keptLength += lengthOf(site)
    for (const oldest of this.#sites.keys()) {
      if (this.#keptLength <= MAX_KEPT_LENGTH || oldest === origin) break
      this.#forget(oldest)
      // The crawl delay is set anew when the site is asked again.
      this.#fetcher.slowDown(new URL(oldest).hostname, 0)
    }
  }

  #forget(origin: string): void {
    const site = this.#sites.get(origin)
    if (site === undefined) return
    this.#keptLength -= lengthOf(site)
    this.#sites.delete(origin)
  }
}

function lengthOf({ robots, reservations }: Site): number {
  return SITE_LENGTH + (robots?.length ?? 0) + (reservations?.rules?.length ?? 0)
}

/** Whether the site could be asked. RFC 9309, 2.3.1.3: "unavailable" (4xx) allows everything, 2.3.1.4: "unreachable" forbids everything. */
function isKnown(answer: FetchedResponse | undefined): answer is FetchedResponse {
  return answer !== undefined && answer.status < 500 && answer.status !== 429
}

function restAfter(answer: FetchedResponse | undefined, at: Instant): Rest {
  return { since: at, until: at + (isKnown(answer) ? KEPT_MS : RETRY_MS) }
}

function siteOf(answer: FetchedResponse | undefined, at: Instant): Site {
  const rest = restAfter(answer, at)
  if (!isKnown(answer)) return { robots: undefined, ...rest }
  const text = answer.status === 200 ? new TextDecoder().decode(answer.bytes) : ''
  return { robots: robotsOf(parseRobots(text), ROBOTS_AGENT), ...rest }
}

/** @returns a `hold` callback that accepts at most so many bytes in all */
function upTo(most: number): (bytes: number) => boolean {
  let held = 0
  return (bytes) => {
    held += bytes
    return held <= most
  }
}
