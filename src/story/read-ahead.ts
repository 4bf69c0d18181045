/** Words in a cache line of 64 bytes. */
const LINE_WORDS = 16

/** Takes up what was read: a read whose result is unused is optimised away. */
const READ = new Int32Array(1)

/**
 * Reads a word of each cache line of a part of an array, so that all of it is loaded at once. The processor loads many places at
 * the same time, but not past a branch on a load that is pending: it would wait for one line after the other, each a hundred times
 * as long as for what is in the cache.
 */
export function readAhead(words: Uint32Array, start: number, end: number): void {
  let met = 0
  for (let at = start; at < end; at += LINE_WORDS) met ^= words[at]!
  READ[0]! ^= met
}

/**
 * Takes a number from an object that is needed soon, so that it is loaded. With many objects, call it for all before the first is
 * used.
 */
export function noteRead(number: number): void {
  READ[0]! ^= number
}
