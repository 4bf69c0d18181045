import { Parser } from 'htmlparser2'
import { isRecord, textAt, valueAt } from './json-value.ts'
import type { Permission } from './types.ts'
import { matchesWildcards } from './wildcard-path.ts'

/** What a site reserves by `/.well-known/tdmrep.json`. */
export interface SiteReservations {
  /** Length of its rules, in characters. */
  readonly length: number
  isReserved(url: string): boolean
}

/** Rules of a file that are read; real ones have a handful. */
const MAX_RULES = 500

/**
 * Reads `tdmrep.json` (W3C TDM Reservation Protocol, 6): the first rule whose location matches an address decides.
 *
 * @param bytes the file; where it is missing or no such file, nothing is reserved
 */
export function readReservations(bytes: Uint8Array | undefined): SiteReservations {
  const rules = rulesIn(bytes)
  return {
    length: rules.reduce((sum, { location }) => sum + location.length, 0),
    isReserved(url) {
      const { pathname, search } = new URL(url)
      return rules.find(({ location }) => matchesWildcards(location, pathname + search))?.isReserved ?? false
    },
  }
}

function rulesIn(
  bytes: Uint8Array | undefined,
): readonly { readonly location: string; readonly isReserved: boolean }[] {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes ?? new Uint8Array()))
    if (!Array.isArray(value)) return []
    return value.slice(0, MAX_RULES).flatMap((rule) => {
      const location = textAt(rule, 'location')
      if (!isRecord(rule) || !location) return []
      return [{ location, isReserved: Number(valueAt(rule, 'tdm-reservation')) === 1 }]
    })
  } catch {
    return []
  }
}

/** @returns what the headers of an answer reserve: `tdm-reservation: 1`, `X-Robots-Tag: noai` */
export function reservationIn(headers: ReadonlyMap<string, string>): Permission['reserved'] {
  if (headers.get('tdm-reservation')?.trim() === '1') return 'tdm'
  return refusesAi(headers.get('x-robots-tag')) ? 'noai' : undefined
}

/** @returns what a page reserves in its head: `<meta name="tdm-reservation" content="1">`, `<meta name="robots" content="noai">` */
export function reservationInPage(html: string): Permission['reserved'] {
  let reserved: Permission['reserved']
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'body') parser.pause()
      if (name !== 'meta') return
      const meta = attributes.name?.trim().toLowerCase()
      if (meta === 'tdm-reservation' && attributes.content?.trim() === '1') reserved = 'tdm'
      if ((meta === 'robots' || meta === 'auspex') && refusesAi(attributes.content)) reserved ??= 'noai'
    },
  })
  parser.write(html.slice(0, 200_000))
  return reserved
}

function refusesAi(directives: string | undefined): boolean {
  return /(?:^|[\s,:])noai(?:[\s,]|$)/i.test(directives ?? '')
}
