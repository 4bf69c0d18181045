/** A saved search or decision cannot be read as it is stored; it is named and passed over, and the others are told. */
export class SavedUnreadableError extends Error {
  override readonly name = 'SavedUnreadableError'

  constructor(
    readonly what: 'search' | 'decision',
    readonly saved: string,
    readonly reason: string,
    cause?: unknown,
  ) {
    super(`The saved ${what} ${JSON.stringify(saved)} cannot be read: ${reason}`, { cause })
  }
}
