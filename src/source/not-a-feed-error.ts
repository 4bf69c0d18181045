/** The bytes are no feed in any format we read; the message says what they look like. */
export class NotAFeedError extends Error {
  override readonly name = 'NotAFeedError'

  constructor(
    readonly looksLike: string,
    readonly url?: string,
  ) {
    super(`${url ?? 'This'} is no feed: ${looksLike}`)
  }
}
