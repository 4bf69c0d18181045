import { crc32, inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { encodePng } from './png.ts'

/** Chunks by type, each checked against its sum. */
function chunksOf(file: Uint8Array): Map<string, Buffer> {
  const bytes = Buffer.from(file)
  expect(bytes.subarray(1, 4).toString()).toBe('PNG')
  const chunks = new Map<string, Buffer>()
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at)
    const named = bytes.subarray(at + 4, at + 8 + length)
    expect(bytes.readUInt32BE(at + 8 + length)).toBe(crc32(named))
    chunks.set(named.subarray(0, 4).toString(), named.subarray(4))
    at += 12 + length
  }
  return chunks
}

test('a picture of an odd width holds each row behind its filter, two pixels a byte', () => {
  const chunks = chunksOf(encodePng(3, 2, ['#ffffff', '#000000', '#006a5b'], Uint8Array.of(0, 1, 2, 2, 1, 0)))
  expect([...chunks.keys()]).toEqual(['IHDR', 'PLTE', 'IDAT', 'IEND'])
  expect(chunks.get('IHDR')!.toString('hex')).toBe('00000003000000020403000000')
  expect(chunks.get('PLTE')!.toString('hex')).toBe('ffffff000000006a5b')
  expect(inflateSync(chunks.get('IDAT')!).toString('hex')).toBe('000120002100')
})

test('colours or pixels that do not fit are refused', () => {
  expect(() => encodePng(1, 1, [], Uint8Array.of(0))).toThrow(RangeError)
  expect(() => encodePng(1, 1, Array(17).fill('#000000'), Uint8Array.of(0))).toThrow('17 colours')
  expect(() => encodePng(2, 2, ['#000000'], Uint8Array.of(0))).toThrow('1 pixels for 2 × 2')
})
