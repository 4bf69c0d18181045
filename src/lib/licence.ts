/** Whether a text names a licence: by an identifier of the SPDX list such as CC-BY-4.0, or by its address. */
export function isLicence(written: string): boolean {
  if (/^[A-Za-z0-9][A-Za-z0-9.+-]*$/.test(written)) return true
  return /^https?:\/\//i.test(written) && URL.canParse(written)
}

/** @returns where a licence can be read */
export function licenceAddress(licence: string): string {
  return /^https?:\/\//i.test(licence) ? licence : `https://spdx.org/licenses/${licence}.html`
}
