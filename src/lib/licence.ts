/** Whether a text has the form of an SPDX identifier, such as CC-BY-4.0, or is an HTTP URL; the SPDX list is not consulted. */
export function isLicence(written: string): boolean {
  if (/^[A-Za-z0-9][A-Za-z0-9.+-]*$/.test(written)) return true
  return /^https?:\/\//i.test(written) && URL.canParse(written)
}

/** Returns the URL of a licence's text. */
export function licenceAddress(licence: string): string {
  return /^https?:\/\//i.test(licence) ? licence : `https://spdx.org/licenses/${licence}.html`
}
