/** An act cannot be done; the message says why, in words for the operator. */
export class ActRefusedError extends Error {
  override readonly name = 'ActRefusedError'
}
