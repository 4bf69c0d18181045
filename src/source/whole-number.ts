/** @returns the number written in at most 15 digits; undefined for anything else, including signs and fractions */
export function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text.trim()) ? Number(text) : undefined
}
