/**
 * The number of a story, event, item or report as an address or form has it: digits alone, as many as JSON and both databases hold
 * exactly.
 *
 * @returns undefined for anything else
 */
export function recordNumber(written: string | undefined): number | undefined {
  return written !== undefined && /^\d{1,15}$/.test(written) ? Number(written) : undefined
}

/** @returns the number in front of the words of a story's address: `42` of `42-a-headline` */
export function numberOfRef(ref: string | undefined): number | undefined {
  return recordNumber(ref?.split('-', 1)[0])
}
