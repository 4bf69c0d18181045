/** The database can be read but not written: its disk is mounted read-only, or its files belong to another user. */
export class StoreReadonlyError extends Error {
  override readonly name = 'StoreReadonlyError'

  constructor(
    readonly file: string,
    cause?: unknown,
  ) {
    super(
      `${file} cannot be written. Make the disk and the data folder writable for this user, or show what is stored with "auspex serve".`,
      { cause },
    )
  }
}
