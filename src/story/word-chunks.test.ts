import { expect, test } from 'vitest'
import { WordChunks, type WordOwner, type WordPlace } from './word-chunks.ts'

/** Owns a run of its own number. */
class Owner implements WordOwner {
  words: Uint32Array
  start: number

  constructor(
    chunks: WordChunks,
    readonly number: number,
    readonly length: number,
  ) {
    const { words, start } = chunks.take(length)
    this.words = words.fill(number, start, start + length)
    this.start = start
  }

  moveTo({ words, start }: WordPlace): void {
    this.words = words
    this.start = start
  }

  get read(): readonly number[] {
    return [...this.words.subarray(this.start, this.start + this.length)]
  }
}

function chunksOf(owners: readonly Owner[]): number {
  return new Set(owners.map(({ words }) => words)).size
}

test('gives out runs that do not overlap, what is large apart', () => {
  const chunks = new WordChunks(40)
  const owners = Array.from({ length: 30 }, (_, number) => new Owner(chunks, number, number % 13))
  for (const { read, number, length } of owners) expect(read).toEqual(new Array(length).fill(number))
  expect(owners[12]!.words).toHaveLength(12)
  expect(owners[10]!.words).toHaveLength(40)
})

test('puts together what is left of chunks that are mostly given up', () => {
  const chunks = new WordChunks(40)
  const owners = Array.from({ length: 200 }, (_, number) => new Owner(chunks, number, 5))
  const left = owners.filter(({ number }) => number % 8 === 0)
  expect(chunksOf(left)).toBe(25)
  chunks.compact(left)
  expect(chunksOf(left)).toBeLessThan(6)
  for (const { read, number } of left) expect(read).toEqual(new Array(5).fill(number))
})

test('leaves alone what is mostly in use', () => {
  const chunks = new WordChunks(40)
  const owners = Array.from({ length: 80 }, (_, number) => new Owner(chunks, number, 5))
  const left = owners.filter(({ number }) => number % 8 !== 0)
  const before = left.map(({ words, start }) => ({ words, start }))
  chunks.compact(left)
  expect(left.map(({ words, start }) => ({ words, start }))).toEqual(before)
})
