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

/** PostgreSQL ends or begins (class 57, operator intervention). */
const SHUTTING_DOWN = /^57P0[123]$/

/** Whether the database does not answer, be it that a connection under way was cut: later it may. */
export function isStoreUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code } = error as NodeJS.ErrnoException
  if (code !== undefined && (SHUTTING_DOWN.test(code) || code === 'ECONNRESET')) return true
  return error instanceof StoreUnreachableError || error.message.startsWith('Connection terminated')
}
