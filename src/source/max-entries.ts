/**
 * Maximum number of entries read from one feed; the rest is ignored. The longest feed of the bench holds 372, and 5 MB of
 * empty items would otherwise keep a thread busy for seconds.
 */
export const MAX_ENTRIES = 10_000
