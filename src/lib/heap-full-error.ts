/** What a thread keeps leaves too little of the memory that it may have. */
export class HeapFullError extends Error {
  override readonly name = 'HeapFullError'

  constructor(
    readonly usedMb: number,
    readonly limitMb: number,
  ) {
    super(`what it keeps takes ${usedMb} MB of the ${limitMb} MB that it may have for objects`)
  }
}
