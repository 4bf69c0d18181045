import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ItemMemory, type OpenItem, packItem } from './open-item.ts'
import { openItem } from './testing/open-item.ts'
import { termVectors } from './testing/term-vectors.ts'
import { WordChunks } from './word-chunks.ts'

const word = fc.integer({ min: 0, max: 0xffff_ffff })
const words = fc.uint32Array({ maxLength: 40 })

const memories: fc.Arbitrary<ItemMemory> = fc.record({
  id: fc.maxSafeNat(),
  arrival: fc.nat(),
  language: fc.integer({ min: 0, max: 255 }),
  title: fc.string({ unit: 'grapheme', maxLength: 90 }),
  at: fc.option(fc.integer({ min: -1e15, max: 1e15 }), { nil: undefined }),
  vector: termVectors,
  translated: fc.option(termVectors, { nil: undefined }),
  ...{ names: words, entities: words, figures: words, versions: words, fingerprint: words },
  list: word,
  frontLength: fc.nat(),
  isRemark: fc.boolean(),
  isOpinion: fc.boolean(),
  maker: word,
})

function unpacked(item: OpenItem): ItemMemory {
  const { id, arrival, language, title, at, vector, translated, list, frontLength, isRemark, isOpinion, maker } = item
  const { names, entities, figures, versions, fingerprint } = item
  const plain = { id, arrival, language, title, list, frontLength, isRemark, isOpinion, maker }
  return { ...plain, vector, names, entities, figures, versions, fingerprint, at, translated }
}

test('gives back what was packed, wherever it was moved', () => {
  fc.assert(
    fc.property(fc.array(memories, { minLength: 1, maxLength: 6 }), (given) => {
      const chunks = new WordChunks(600)
      const items = given.map((memory) => packItem(memory, chunks))
      expect(items.map(unpacked)).toEqual(given)
      for (const item of items) item.moveTo({ words: item.words.slice(item.start, item.start + item.length), start: 0 })
      expect(items.map(unpacked)).toEqual(given)
    }),
  )
})

test('tells no translation from one without words, and no moment from the first of all', () => {
  expect(openItem({}).translated).toBeUndefined()
  expect(openItem({ translated: new Uint32Array(0) }).translated).toHaveLength(0)
  expect(openItem({}).at).toBeUndefined()
  expect(openItem({ at: 0 }).at).toBe(0)
})

test('tells what two items share without their lists', () => {
  const terms = fc.uniqueArray(fc.nat(30), { maxLength: 8 }).map((list) => Uint32Array.from(list).sort())
  const lists = fc.record({ names: terms, entities: terms, figures: terms, vector: termVectors })
  fc.assert(
    fc.property(lists, lists, (own, theirs) => {
      const [item, other] = [openItem(own), openItem(theirs)]
      for (const part of ['names', 'entities', 'figures'] as const) {
        expect(item.countOf(part)).toBe(own[part].length)
        expect(item.shares(part, other)).toBe(own[part].some((term) => theirs[part].includes(term)))
      }
      for (let term = 0; term <= 30; term++) expect(item.isName(term)).toBe(own.names.includes(term))
    }),
  )
})

test('is bound to a member without being copied', () => {
  const item = openItem({ id: 4, title: 'Bound' })
  const bound = item.bindTo(3)
  expect(bound).toMatchObject({ id: 4, boundTo: 3, title: 'Bound', start: item.start })
  expect(bound.words).toBe(item.words)
  expect(item.boundTo).toBeUndefined()
})
