import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ByteReader, ByteWriter } from './byte-stream.ts'
import { keptParts } from './testing/kept-parts.ts'

type Value =
  | { readonly count: number }
  | { readonly float: number | undefined }
  | { readonly text: string }
  | { readonly words: readonly number[] }

const values: fc.Arbitrary<Value[]> = fc.array(
  fc.oneof(
    fc.record({ count: fc.maxSafeNat() }),
    fc.record({ float: fc.option(fc.double({ noNaN: true }), { nil: undefined }) }),
    fc.record({ text: fc.string() }),
    fc.record({ words: fc.array(fc.nat()) }),
  ),
)

function write(to: ByteWriter, value: Value): void {
  if ('count' in value) to.count(value.count)
  else if ('float' in value) to.optionalFloat(value.float)
  else if ('text' in value) to.text(value.text)
  else to.words(Uint32Array.from(value.words))
}

function wordsByRun(from: ByteReader): readonly number[] {
  const { words, start, length } = from.run()
  return [...words.subarray(start, start + length)]
}

function read(from: ByteReader, value: Value, readWords = (): readonly number[] => [...from.words()]): Value {
  if ('count' in value) return { count: from.count() }
  if ('float' in value) return { float: from.optionalFloat() }
  return 'text' in value ? { text: from.text() } : { words: readWords() }
}

describe('a stream of bytes', () => {
  it('gives back what was written, in parts of any size', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 64 }), (written, partBytes) => {
        const to = new ByteWriter(partBytes)
        const parts: Uint8Array[] = []
        for (const value of written) {
          write(to, value)
          parts.push(...keptParts(to.full()))
        }
        parts.push(...keptParts(to.rest()))
        const from = new ByteReader(parts)
        for (const value of written) expect(read(from, value)).toEqual(value)
        expect(() => from.count()).toThrow(RangeError)
        const byRun = new ByteReader(parts)
        for (const value of written) expect(read(byRun, value, () => wordsByRun(byRun))).toEqual(value)
        const displaced = new ByteReader(parts.map((part) => Uint8Array.of(0, ...part).subarray(1)))
        for (const value of written) expect(read(displaced, value)).toEqual(value)
      }),
    )
  })

  it('keeps parts near a quarter of a megabyte', () => {
    const to = new ByteWriter()
    for (let index = 0; index < 10_000; index++) to.words(new Uint32Array(20))
    const sizes = to.rest().map(({ length }) => length)
    expect(sizes).toHaveLength(4)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(1 << 18)
  })

  it('writes a long stream into few buffers, where each part is used before the next is asked for', () => {
    const to = new ByteWriter(1_000)
    const buffers = new Set<ArrayBufferLike>()
    let bytes = 0
    for (let index = 0; index < 10_000; index++) {
      to.words(Uint32Array.of(index))
      for (const part of to.full()) {
        buffers.add(part.buffer)
        bytes += part.length
      }
    }
    expect(bytes).toBeGreaterThan(50_000)
    expect(buffers.size).toBeLessThanOrEqual(3)
  })
})
