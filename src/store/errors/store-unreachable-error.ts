/** No connection to the PostgreSQL server. */
export class StoreUnreachableError extends Error {
  override readonly name = 'StoreUnreachableError'

  /** @param address without the password */
  constructor(
    readonly address: string,
    cause?: unknown,
  ) {
    const reason = cause instanceof Error && cause.message !== '' ? cause.message : 'no answer'
    super(`Cannot use the database at ${address}: ${reason}. Check DATABASE_URL and that PostgreSQL is running.`, {
      cause,
    })
  }
}
