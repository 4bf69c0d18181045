/** @returns the number that a text of at most 15 digits writes; undefined for anything else, signs and fractions too */
export function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text.trim()) ? Number(text) : undefined
}
