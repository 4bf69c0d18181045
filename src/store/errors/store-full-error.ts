/** The database's disk is full; the write was rolled back, and what was stored before is intact. */
export class StoreFullError extends Error {
  override readonly name = 'StoreFullError'

  constructor(
    readonly file: string,
    cause?: unknown,
  ) {
    super(
      `The disk that holds ${file} is full, so nothing more is stored. Free some space: a running Auspex goes on by itself.`,
      {
        cause,
      },
    )
  }
}
