/** Something was not delivered; `isFinal`: trying again changes nothing. */
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
