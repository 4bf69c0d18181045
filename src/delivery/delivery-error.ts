/** A delivery failed; `isFinal` means that retrying is pointless. */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError'

  constructor(
    reason: string,
    readonly isFinal: boolean,
    cause?: unknown,
  ) {
    super(reason, { cause })
  }
}
