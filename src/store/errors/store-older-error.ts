/** The database has an older schema and was opened read-only, so it was not upgraded. */
export class StoreOlderError extends Error {
  override readonly name = 'StoreOlderError'

  constructor(
    readonly where: string,
    readonly version: number,
    readonly needed: number,
  ) {
    super(
      `${where} has schema version ${version} and ${needed} is needed. Run "auspex start" or "auspex poll" on it once: that brings it up to date.`,
    )
  }
}
