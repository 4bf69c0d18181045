/** The database was written by a newer version of Auspex; this version does not touch it. */
export class StoreNewerError extends Error {
  override readonly name = 'StoreNewerError'

  constructor(
    readonly where: string,
    readonly version: number,
    readonly newestKnown: number,
  ) {
    super(
      `${where} has schema version ${version}; this Auspex knows versions up to ${newestKnown}. ` +
        'Run the newer Auspex, or restore a backup made before the upgrade.',
    )
  }
}
