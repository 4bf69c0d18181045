/** The disk of the database has no room left; what was being written is as if never tried, what was there before is whole. */
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
