/** A database file does not exist, or cannot be opened. */
export class StoreMissingError extends Error {
  override readonly name = 'StoreMissingError'

  constructor(
    readonly file: string,
    cause?: unknown,
  ) {
    super(`There is no database ${file}, or it cannot be opened. Check the data folder and its permissions.`, { cause })
  }
}
