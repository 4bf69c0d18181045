/** The live objects of a thread leave too little of its heap limit. */
export class HeapFullError extends Error {
  override readonly name = 'HeapFullError'

  constructor(
    readonly usedMb: number,
    readonly limitMb: number,
  ) {
    super(`what it keeps takes ${usedMb} MB of the ${limitMb} MB that it may have for objects`)
  }
}
