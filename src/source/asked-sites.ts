import { HOUR_MS, type Instant, SECOND_MS } from '../lib/instant.ts'
import { joined } from '../lib/joined.ts'
import { lasts, type Rest } from '../lib/rest.ts'
import type { FetchedResponse } from './fetched-response.ts'
import type { Fetcher } from './fetcher.ts'
import { crawlDelaySeconds, MAX_ROBOTS_LENGTH, parseRobots, robotsOf } from './robots.ts'
import { readReservations, type SiteReservations } from './tdm-reservation.ts'

/** Our product token in robots.txt. */
export const ROBOTS_AGENT = 'Auspex'
/** RFC 9309, 2.4: no longer than 24 hours. */
const KEPT_MS = 24 * HOUR_MS
/** A site that could not be asked is asked again sooner. */
const RETRY_MS = HOUR_MS
/** Of what is remembered of all sites, in characters; the sites asked longest ago are forgotten first. */
const MAX_KEPT_LENGTH = 8_000_000
/** What a site counts beside its text: pages of ever new hosts, most without a robots.txt, would fill the memory too. */
const SITE_LENGTH = 200
/** Of a `tdmrep.json`: real ones have a few hundred. What is longer cannot be asked for. */
const MAX_RESERVATIONS_BYTES = 200_000

/** What a site said, and for how long that counts. */
interface Site extends Rest {
  /**
   * What it says to us, as text that is read anew for each question: the rules of one take ten times the memory of its text, and forty of 500 KB ended the
   * thread at each start. Undefined: it could not be asked, and RFC 9309, 2.3.1.4 has us assume that everything is forbidden.
   */
  readonly robots: string | undefined
  /** Undefined rules: the file could not be asked for. */
  readonly reservations?: Rest & { readonly rules: SiteReservations | undefined }
}

/** Asks sites once a day for their robots.txt and `tdmrep.json`, and remembers what they said, in bounded memory. */
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
   * The robots.txt of an address's site, as far as it speaks to us.
   *
   * @param url http or https
   * @returns undefined where the site could not be asked
   * @throws only the reason of a signal: of several who wait for one answer, that of the first
   */
  async robotsAt(url: string, signal?: AbortSignal): Promise<string | undefined> {
    return (await this.#siteAt(url, signal)).robots
  }

  /** What `tdmrep.json` of an address's site says; as `robotsAt`. */
  async reservationsAt(url: string, signal?: AbortSignal): Promise<SiteReservations | undefined> {
    const site = await this.#siteAt(url, signal)
    // Who did not answer for robots.txt will not for this: it would only hold a connection once more.
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
      // Who is asked again says again how far apart requests are to be.
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

/** RFC 9309, 2.3.1.3: "unavailable" (4xx) allows everything, 2.3.1.4: "unreachable" forbids everything. */
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

/** @returns a holder with room for so many bytes */
function upTo(most: number): (bytes: number) => boolean {
  let held = 0
  return (bytes) => {
    held += bytes
    return held <= most
  }
}
