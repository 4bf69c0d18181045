/** Thrown for bytes that are not an HTML page with readable text; the caller keeps the feed's text or tells the user why. */
export class NotAPageError extends Error {
  override readonly name = 'NotAPageError'

  /** @param what what the bytes look like; completes the sentence "… holds no article: …" */
  constructor(
    readonly what: string,
    readonly url?: string,
  ) {
    super(`${url ?? 'This'} holds no article: ${what}.`)
  }
}
