/** An operator's act was already applied or refused; it is not applied twice. */
export class ActAnsweredError extends Error {
  override readonly name = 'ActAnsweredError'

  constructor(readonly act: number) {
    super(`Act ${act} was answered before; nothing of this commit was stored.`)
  }
}
