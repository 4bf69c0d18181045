/** A stored search or decision cannot be parsed; it is reported by name and skipped, and the others are processed. */
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
