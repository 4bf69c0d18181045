/** An operator's act cannot be applied; the message tells the operator why. */
export class ActRefusedError extends Error {
  override readonly name = 'ActRefusedError'
}
