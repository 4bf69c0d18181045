/** Words of a line of the processor's caches: 64 bytes. */
const LINE_WORDS = 16

/** Of all that was read: what is of no use is not read at all. */
const READ = new Int32Array(1)

/**
 * Reads a word of each line of a part of an array, so that all of it is on its way into the processor's caches at once. The processor reads
 * many places at the same time, but not past a decision on what it still waits for: step by step it would wait for one line after the
 * other, each a hundred times as long as for what is near.
 */
export function readAhead(words: Uint32Array, start: number, end: number): void {
  let met = 0
  for (let at = start; at < end; at += LINE_WORDS) met ^= words[at]!
  READ[0]! ^= met
}

/** To be called with a number out of an object that is needed soon: of many objects, for all before the first is looked at. */
export function noteRead(number: number): void {
  READ[0]! ^= number
}
