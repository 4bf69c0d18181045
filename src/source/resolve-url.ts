import { writtenAddress } from '../lib/written-address.ts'

/**
 * Makes an address from a feed absolute.
 *
 * @param base resolves relative addresses; may itself be missing or unusable
 * @returns an http or https address, absolute ones as published; undefined for anything else (`javascript:`, `mailto:`,
 *   a relative address without base, text that is no address)
 */
export function resolveUrl(written: string | undefined, base?: string): string | undefined {
  const address = written?.replace(/[\t\n\r]+/g, '').trim()
  if (!address) return undefined
  if (/^https?:\/\//i.test(address)) return URL.canParse(address) ? address : undefined
  const against = isUsable(base) ? base : undefined
  if (address.startsWith('//') && !against) return resolveUrl(`https:${address}`)
  if (!against || !URL.canParse(address, against)) return undefined
  const url = new URL(address, against)
  return url.protocol === 'http:' || url.protocol === 'https:' ? writtenAddress(url.href, address) : undefined
}

/** A path such as `/post/1` or `../post/1`: surely meant as an address, whatever it is relative to. */
const RELATIVE_PATH = /^\.{0,2}\/(?![/\\])[^\s\\<>"]*$/

/**
 * Makes the address of an entry or feed absolute; without a usable base, a relative path stays as written.
 *
 * @param base resolves relative addresses
 */
export function resolveLink(written: string | undefined, base: string | undefined): string | undefined {
  const address = written?.trim()
  if (isUsable(base)) return resolveUrl(address, base)
  return address !== undefined && RELATIVE_PATH.test(address) ? address : resolveUrl(address)
}

/** Tags, and the attributes in them that hold an address. Neither pattern can match across a `<`, so both are linear. */
const TAG = /<[a-z][^<>]*>/gi
const ADDRESS = /(\s(?:href|src|cite|poster|action|longdesc|background|data)\s*=\s*)("[^"]*"|'[^']*'|[^\s"'>]+)/gi

/**
 * Makes the addresses in a piece of HTML absolute; everything else stays byte for byte.
 *
 * @param base without one the HTML comes back as it is
 */
export function resolveHtmlUrls(html: string, base: string | undefined): string {
  if (!isUsable(base) || !html.includes('<') || !html.includes('=')) return html
  return html.replace(TAG, (tag) =>
    tag.includes('=')
      ? tag.replace(ADDRESS, (whole: string, name: string, value: string) => {
          const quote = value[0] === '"' || value[0] === "'" ? value[0] : ''
          const written = quote ? value.slice(1, -1) : value
          if (/^\s*(?:[a-z][a-z0-9+.-]*:|#)/i.test(written)) return whole
          const resolved = resolveUrl(written.replaceAll('&amp;', '&'), base)
          if (!resolved) return whole
          const mark = quote || '"'
          return `${name}${mark}${resolved.replaceAll('&', '&amp;').replaceAll(mark, mark === '"' ? '%22' : '%27')}${mark}`
        })
      : tag,
  )
}

/** Maximum length of a base. No publisher's is longer: parsed again for each of 100,000 links, one of 400 KB took a minute. */
const MAX_BASE_LENGTH = 4_000

let lastBase: { readonly written: string; readonly isUsable: boolean } | undefined

/** Whether a base can resolve addresses. Caches the last answer, as a feed uses one or two bases. */
function isUsable(base: string | undefined): base is string {
  if (!base || base.length > MAX_BASE_LENGTH) return false
  if (lastBase?.written !== base) lastBase = { written: base, isUsable: URL.canParse(base) }
  return lastBase.isUsable
}
