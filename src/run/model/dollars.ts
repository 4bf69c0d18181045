/** Formats millionths of a dollar as `$0.0012`. */
export function dollars(microUsd: number): string {
  return `$${(microUsd / 1_000_000).toFixed(4)}`
}
