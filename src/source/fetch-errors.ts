/** The address, or what its name resolves to, is not on the public internet, or is no web address; nothing was sent. */
export class AddressRefusedError extends Error {
  override readonly name = 'AddressRefusedError'
  /** undici distinguishes errors by their code. */
  readonly code = 'ERR_ADDRESS_REFUSED'

  constructor(
    readonly address: string,
    readonly reason: string,
  ) {
    super(`${address} was not fetched: ${reason}`)
  }
}

/** The body, decompressed, is longer than allowed; reading stopped there. */
export class BodyTooLargeError extends Error {
  override readonly name = 'BodyTooLargeError'

  constructor(
    readonly url: string,
    readonly maxBodyBytes: number,
  ) {
    super(`${url} is longer than ${maxBodyBytes.toLocaleString('en')} bytes; reading stopped there`)
  }
}

/** The body has a content encoding that we cannot undo and did not ask for, or too many of them. */
export class EncodingError extends Error {
  override readonly name = 'EncodingError'

  constructor(readonly contentEncoding: string) {
    super(`Content-Encoding ${JSON.stringify(contentEncoding.slice(0, 80))} cannot be undone`)
  }
}

/** All polls together hold as many bytes as they may; this one is to be repeated. */
export class NoRoomError extends Error {
  override readonly name = 'NoRoomError'

  constructor(readonly url: string) {
    super(`${url} was not read to its end: too many long answers at once`)
  }
}

/** No answer came, or none that could be read. `code` is the system's, where there is one: `ENOTFOUND`, `ECONNREFUSED` … */
export class FeedUnreachableError extends Error {
  override readonly name = 'FeedUnreachableError'
  readonly code: string | undefined

  constructor(
    readonly url: string,
    reason: string,
    cause?: unknown,
  ) {
    super(`GET ${url} failed: ${reason}`, { cause })
    this.code = codeOf(cause)
  }
}

/** The whole fetch, redirects included, took longer than allowed. */
export class FetchTimeoutError extends Error {
  override readonly name = 'FetchTimeoutError'

  constructor(
    readonly url: string,
    readonly timeoutMs: number,
  ) {
    super(`${url} had not answered in full after ${timeoutMs / 1_000} seconds`)
  }
}

/** Redirects went in a circle or further than allowed. */
export class TooManyRedirectsError extends Error {
  override readonly name = 'TooManyRedirectsError'

  constructor(
    readonly url: string,
    readonly maxRedirects: number,
  ) {
    super(`${url} redirected more than ${maxRedirects} times`)
  }
}

/** Returns the system's code of an error or of its cause; of several attempts to connect, the first counts. */
function codeOf(error: unknown): string | undefined {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; depth++) {
    if ('code' in at && typeof at.code === 'string') return at.code
    at = at instanceof AggregateError ? at.errors[0] : at.cause
  }
  return undefined
}
