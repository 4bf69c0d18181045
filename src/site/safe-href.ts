/**
 * An address from outside, fit for an `href`.
 *
 * @returns the address if it is absolute and http or https, else undefined: nothing else is ever linked
 */
export function safeHref(address: string | undefined): string | undefined {
  if (!address || address.length > 2_048) return undefined
  try {
    const { protocol, href } = new URL(address)
    return protocol === 'https:' || protocol === 'http:' ? href : undefined
  } catch {
    return undefined
  }
}

/** @returns `filings.example` from `https://www.filings.example/a`; undefined where there is no such address */
export function hostOf(address: string | undefined): string | undefined {
  const href = safeHref(address)
  return href ? new URL(href).hostname.replace(/^www\./, '') : undefined
}
