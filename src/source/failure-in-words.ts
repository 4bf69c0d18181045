import {
  AddressRefusedError,
  BodyTooLargeError,
  EncodingError,
  FeedUnreachableError,
  FetchTimeoutError,
  TooManyRedirectsError,
} from './fetch-errors.ts'

const STATUS_WORDS: ReadonlyMap<number, string> = new Map([
  [400, 'it did not understand the request'],
  [401, 'it asks for a password'],
  [402, 'it asks for payment'],
  [403, 'it refuses programs'],
  [404, 'there is nothing at this address'],
  [406, 'it has no version we can read'],
  [410, 'the feed is gone for good'],
  [429, 'it was asked too often'],
  [451, 'it is withheld for legal reasons'],
  [500, 'it has an error of its own'],
  [502, 'a machine behind it does not answer'],
  [503, 'it is overloaded or being repaired'],
  [504, 'a machine behind it does not answer'],
])

/** @returns what an HTTP status means for a reader of the health page: "the server answered 403: it refuses programs" */
export function statusInWords(status: number): string {
  const words = STATUS_WORDS.get(status) ?? (status >= 500 ? 'it has an error of its own' : 'no feed came')
  return `the server answered ${status}: ${words}`
}

/** Error codes of a machine without a network, or whose resolver cannot reach a server. */
const OFFLINE_CODES = new Set(['ENETUNREACH', 'ENETDOWN', 'EAI_AGAIN', 'ENOTFOUND', 'EADDRNOTAVAIL'])

const CODE_WORDS: ReadonlyMap<string, string> = new Map([
  ['ENOTFOUND', 'no network, or no such server: the name could not be looked up'],
  ['EAI_AGAIN', 'no network: the name could not be looked up'],
  ['ENETUNREACH', 'no network: the server cannot be reached from here'],
  ['ENETDOWN', 'no network: this machine is not connected'],
  ['EADDRNOTAVAIL', 'no network: this machine has no address to send from'],
  ['EHOSTUNREACH', 'the server cannot be reached from here'],
  ['ECONNREFUSED', 'the server refuses connections'],
  ['ECONNRESET', 'the server broke off the connection'],
  ['UND_ERR_SOCKET', 'the server broke off the connection'],
  ['UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 'the answer has another length than its header says'],
  ['EPIPE', 'the server broke off the connection'],
  ['ETIMEDOUT', 'the server did not answer in time'],
  ['UND_ERR_CONNECT_TIMEOUT', 'the server did not answer in time'],
  ['UND_ERR_HEADERS_TIMEOUT', 'the server did not answer in time'],
  ['UND_ERR_BODY_TIMEOUT', 'the server stopped in the middle of its answer'],
  ['UND_ERR_HEADERS_OVERFLOW', 'the headers of the answer are too long'],
  ['CERT_HAS_EXPIRED', 'the certificate of the server has expired'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'the certificate is for another server'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'the certificate of the server cannot be trusted'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'the certificate of the server cannot be trusted'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'the certificate of the server cannot be trusted'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'the certificate of the server cannot be trusted'],
])

/**
 * @returns what a failed fetch means for a reader, and whether this machine may have no network: a dead
 *   domain looks the same, so that is certain only if all feeds fail so
 */
export function errorInWords(error: unknown): { error: string; isOffline: boolean } {
  if (error instanceof FetchTimeoutError)
    return { error: `no full answer within ${error.timeoutMs / 1_000} seconds`, isOffline: false }
  if (error instanceof BodyTooLargeError) {
    return { error: `the answer is longer than ${megabytes(error.maxBodyBytes)} MB`, isOffline: false }
  }
  if (error instanceof EncodingError) {
    const named = JSON.stringify(error.contentEncoding.slice(0, 80))
    return { error: `the answer is compressed in a way that was not asked for: ${named}`, isOffline: false }
  }
  if (error instanceof TooManyRedirectsError) return { error: 'the address redirects in a circle', isOffline: false }
  if (error instanceof AddressRefusedError) return { error: `refused for safety: ${error.reason}`, isOffline: false }
  const code = error instanceof FeedUnreachableError ? error.code : undefined
  const words = CODE_WORDS.get(code ?? '') ?? (code?.startsWith('HPE_') ? 'the answer is not proper HTTP' : undefined)
  if (words) return { error: words, isOffline: OFFLINE_CODES.has(code!) }
  // Here undici's parser gives no code.
  if (error instanceof Error && error.message.includes('Response does not match the HTTP/'))
    return { error: 'the answer is not proper HTTP', isOffline: false }
  // zlib's codes, and those of its brotli, such as ERR__ERROR_FORMAT_PADDING_1.
  if (code && /^(?:Z_|ERR_(?:BROTLI|_ERROR_))/.test(code))
    return { error: 'the compression of the answer is damaged', isOffline: false }
  return {
    error: `no usable answer (${error instanceof Error ? error.message.slice(0, 200) : 'unknown'})`,
    isOffline: false,
  }
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toLocaleString('en', { maximumFractionDigits: 2 })
}
