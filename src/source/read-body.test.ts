import { Readable } from 'node:stream'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { BodyTooLargeError, EncodingError } from './fetch-errors.ts'
import { readBody } from './read-body.ts'

const LIMIT = { url: 'https://a.example/sitemap.xml.gz', maxBodyBytes: 1_000 }
const read = async (bytes: Uint8Array, encoding?: string) =>
  Buffer.from(await readBody(Readable.from([bytes]), encoding, LIMIT)).toString()

test('of which only the beginning is wanted ends there, without an error', async () => {
  const limits = { ...LIMIT, readBytes: 5 }
  for (const [bytes, encoding] of [
    [Buffer.from('a long text'.repeat(1_000)), undefined],
    [gzipSync(Buffer.alloc(50_000_000, 'a long text')), 'gzip'],
  ] as const) {
    expect(Buffer.from(await readBody(Readable.from([bytes]), encoding, limits)).toString()).toBe('a lon')
  }
  const short = await readBody(Readable.from([Buffer.from('text')]), undefined, limits)
  expect(Buffer.from(short).toString()).toBe('text')
})

describe('compressed', () => {
  const text = Buffer.from('text')

  test.each([
    ['not at all', text, 'identity'],
    ['once', brotliCompressSync(text), 'br'],
    ['by the server and once more by a proxy', gzipSync(brotliCompressSync(text)), 'br, gzip'],
    ['the other way round', brotliCompressSync(gzipSync(text)), 'GZIP ,identity, BR'],
    ['twice the same way', gzipSync(gzipSync(text)), 'gzip, x-gzip'],
    ['bare within', gzipSync(deflateRawSync(text)), 'deflate, gzip'],
    ['bare without', deflateRawSync(gzipSync(text)), 'gzip, deflate'],
    ['properly within', deflateSync(deflateSync(text)), 'deflate, deflate'],
  ])('%s', async (_how, bytes, encoding) => expect(await read(bytes, encoding)).toBe('text'))

  test.each(['zstd', 'br, zstd', 'gzip, gzip, gzip', 'compress', `${'x'.repeat(20_000)}`])(
    '%s is refused in words',
    async (encoding) => {
      const body = Readable.from([text])
      const reading = readBody(body, encoding, LIMIT)
      await expect(reading).rejects.toThrow(EncodingError)
      await expect(reading).rejects.toThrow(encoding.slice(0, 80))
      expect(body.destroyed).toBe(true)
    },
  )

  test.each(['br, gzip', 'gzip, br', 'gzip, gzip'])(
    'a bomb of %s stops at the limit, and all streams with it',
    async (encoding) => {
      const bomb = Buffer.alloc(50_000_000)
      const [first, second] = encoding.split(', ').map((name) => (name === 'br' ? brotliCompressSync : gzipSync))
      const body = Readable.from([second!(first!(bomb))])
      await expect(readBody(body, encoding, LIMIT)).rejects.toThrow(BodyTooLargeError)
      expect(body.destroyed).toBe(true)
    },
  )

  test.each([
    ['within', gzipSync('no brotli'), 'br, gzip'],
    ['without', Buffer.from('no gzip'), 'gzip, gzip'],
  ])('damaged %s fails', async (_where, bytes, encoding) => {
    await expect(read(bytes, encoding)).rejects.toMatchObject({ code: expect.stringMatching(/^(?:Z_|ERR_)/) })
  })
})

describe('a gzip file that is said to be none', () => {
  test.each([
    ['served as it is', gzipSync('text'), undefined],
    ['compressed once more on its way', gzipSync(gzipSync('text')), 'gzip'],
    ['compressed another way', brotliCompressSync(gzipSync('text')), 'br'],
  ])('%s is opened', async (_how, bytes, encoding) => {
    expect(await read(bytes, encoding)).toBe('text')
  })

  test('that was cut off gives what came', async () => {
    const file = gzipSync(Array.from({ length: 90 }, (_, at) => at * 7_919).join())
    expect(await read(file.subarray(0, file.length - 20))).toMatch(/^0,7919,/)
  })

  test('that is a bomb stops at the limit', async () => {
    await expect(read(gzipSync(Buffer.alloc(50_000_000)))).rejects.toThrow(BodyTooLargeError)
  })

  test('is opened once: what is in it is left as it is', async () => {
    const file = gzipSync(gzipSync('text'))
    expect((await readBody(Readable.from([file]), undefined, LIMIT)).subarray(0, 2)).toEqual(Buffer.from([0x1f, 0x8b]))
  })
})
