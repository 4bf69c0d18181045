import { describe, expect, test } from 'vitest'
import { errorInWords, statusInWords } from './failure-in-words.ts'
import { AddressRefusedError, EncodingError, FeedUnreachableError, FetchTimeoutError } from './fetch-errors.ts'

const withCode = (code: string) => Object.assign(new Error('system'), { code })

describe('a failed fetch in words', () => {
  test.each([
    ['ENOTFOUND', 'no network, or no such server: the name could not be looked up', true],
    ['EAI_AGAIN', 'no network: the name could not be looked up', true],
    ['ENETUNREACH', 'no network: the server cannot be reached from here', true],
    ['EHOSTUNREACH', 'the server cannot be reached from here', false],
    ['ECONNREFUSED', 'the server refuses connections', false],
    ['CERT_HAS_EXPIRED', 'the certificate of the server has expired', false],
    ['HPE_INVALID_HEADER_TOKEN', 'the answer is not proper HTTP', false],
    ['Z_DATA_ERROR', 'the compression of the answer is damaged', false],
    ['ERR__ERROR_FORMAT_PADDING_1', 'the compression of the answer is damaged', false],
  ])('%s', (code, error, isOffline) => {
    const plain = new FeedUnreachableError('https://a.example/', 'x', withCode(code))
    expect(errorInWords(plain)).toEqual({ error, isOffline })
    const wrapped = new FeedUnreachableError('https://a.example/', 'x', new Error('y', { cause: withCode(code) }))
    expect(errorInWords(wrapped)).toEqual({ error, isOffline })
    const several = new FeedUnreachableError('https://a.example/', 'x', new AggregateError([withCode(code)]))
    expect(errorInWords(several)).toEqual({ error, isOffline })
  })

  test('what nobody foresaw still says something', () => {
    expect(errorInWords(new FeedUnreachableError('https://a.example/', 'odd'))).toEqual({
      error: 'no usable answer (GET https://a.example/ failed: odd)',
      isOffline: false,
    })
    expect(errorInWords('thrown')).toEqual({ error: 'no usable answer (unknown)', isOffline: false })
  })

  test('a compression that nobody asked for', () => {
    expect(errorInWords(new EncodingError('zstd')).error).toBe(
      'the answer is compressed in a way that was not asked for: "zstd"',
    )
  })

  test('time and safety', () => {
    expect(errorInWords(new FetchTimeoutError('https://a.example/', 20_000)).error).toBe(
      'no full answer within 20 seconds',
    )
    expect(errorInWords(new AddressRefusedError('localhost', 'it is this machine itself')).error).toBe(
      'refused for safety: it is this machine itself',
    )
  })
})

test.each([
  [429, 'the server answered 429: it was asked too often'],
  [451, 'the server answered 451: it is withheld for legal reasons'],
  [599, 'the server answered 599: it has an error of its own'],
  [300, 'the server answered 300: no feed came'],
])('status %i in words', (status, words) => expect(statusInWords(status)).toBe(words))
