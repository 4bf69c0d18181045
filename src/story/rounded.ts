/** Rounds down to four decimals: a score below its threshold must not be shown as reaching it. */
export function rounded(value: number): number {
  return Math.floor(value * 10_000) / 10_000
}
