/** Another process held the database lock for too long; nothing was written. */
export class StoreLockedError extends Error {
  override readonly name = 'StoreLockedError'

  constructor(
    readonly file: string,
    readonly waitedMs: number,
    cause?: unknown,
  ) {
    super(
      `${file} stayed locked for ${waitedMs} ms. Another program is writing to it: close it (or its stuck copy), then try again.`,
      { cause },
    )
  }
}
