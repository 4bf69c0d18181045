/**
 * Parses the number of a story, event, item or report from an address or form: at most 15 digits, which JSON and both databases hold
 * exactly.
 *
 * @returns undefined for anything else
 */
export function recordNumber(written: string | undefined): number | undefined {
  return written !== undefined && /^\d{1,15}$/.test(written) ? Number(written) : undefined
}

/** @returns the number before the slug in a story's address: `42` of `42-a-headline` */
export function numberOfRef(ref: string | undefined): number | undefined {
  return recordNumber(ref?.split('-', 1)[0])
}
