/** The bytes hold no page with text to read; the caller keeps what the feed said, or tells the user why. */
export class NotAPageError extends Error {
  override readonly name = 'NotAPageError'

  /** @param what what the bytes look like, in words that end the sentence "… holds no article: …" */
  constructor(
    readonly what: string,
    readonly url?: string,
  ) {
    super(`${url ?? 'This'} holds no article: ${what}.`)
  }
}
