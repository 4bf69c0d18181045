/** The opened database is not one of Auspex, or is damaged. */
export class NotAStoreError extends Error {
  override readonly name = 'NotAStoreError'

  constructor(
    readonly where: string,
    cause?: unknown,
  ) {
    super(`${where} is not an Auspex database, or is damaged. Name another file, or restore a backup.`, { cause })
  }
}
