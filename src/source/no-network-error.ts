/** Not one feed answered, each for a reason that is this machine's: nothing was learned of the feeds. */
export class NoNetworkError extends Error {
  override readonly name = 'NoNetworkError'

  constructor(
    /** Feeds tried before it was clear. */
    readonly tried: number,
    readonly reason: string,
  ) {
    super(
      `This machine seems to have no network: none of the first ${tried} feeds could be reached (${reason}). ` +
        'Nothing was learned of them. Connect it, or try one address with "auspex sources check URL".',
    )
  }
}
