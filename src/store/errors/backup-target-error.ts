/** The backup was not made, and nothing was overwritten. */
export class BackupTargetError extends Error {
  override readonly name = 'BackupTargetError'

  constructor(
    readonly file: string,
    reason: string,
    cause?: unknown,
  ) {
    super(`No backup made to ${file}: ${reason}.`, { cause })
  }
}
