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

/** SQLSTATEs while PostgreSQL shuts down or starts up (class 57, operator intervention). */
const SHUTTING_DOWN = /^57P0[123]$/

/** Returns whether an error means that the database did not answer or cut the connection, so that a later attempt may succeed. */
export function isStoreUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code } = error as NodeJS.ErrnoException
  if (code !== undefined && (SHUTTING_DOWN.test(code) || code === 'ECONNRESET')) return true
  return error instanceof StoreUnreachableError || error.message.startsWith('Connection terminated')
}
