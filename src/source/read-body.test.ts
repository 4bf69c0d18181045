import { Readable } from 'node:stream'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { BodyTooLargeError } from './fetch-errors.ts'
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
