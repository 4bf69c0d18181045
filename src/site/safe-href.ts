/**
 * Checks an untrusted address before it goes into an `href`.
 *
 * @returns the normalised address if it is absolute, http or https, and at most 2,048 characters long; else undefined
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

/** @returns `filings.example` from `https://www.filings.example/a`; undefined if `safeHref` rejects the address */
export function hostOf(address: string | undefined): string | undefined {
  const href = safeHref(address)
  return href ? new URL(href).hostname.replace(/^www\./, '') : undefined
}
