/** No feed answered because this machine has no network; nothing was learned of the feeds. */
export class NoNetworkError extends Error {
  override readonly name = 'NoNetworkError'

  constructor(
    /** Number of feeds tried before that was clear. */
    readonly tried: number,
    readonly reason: string,
  ) {
    super(
      `This machine seems to have no network: none of the first ${tried} feeds could be reached (${reason}). ` +
        'Nothing was learned of them. Connect it, or try one address with "auspex sources check URL".',
    )
  }
}
