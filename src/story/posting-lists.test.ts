import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PostingLists } from './posting-lists.ts'

const TERMS = 12

function placesOf(lists: PostingLists, term: number): readonly number[] {
  return [...lists.pool.subarray(lists.start(term), lists.start(term) + lists.count(term))]
}

const additions = fc.array(
  fc.record({ term: fc.integer({ min: 0, max: TERMS - 1 }), place: fc.integer({ min: 0, max: 60 }) }),
  { maxLength: 300 },
)

describe('posting lists', () => {
  it('keep the latest places of each term, each once, also when some are let go and after they were written and read', () => {
    fc.assert(
      fc.property(additions, additions, fc.integer({ min: 1, max: 20 }), (first, then, most) => {
        const plain: number[][] = Array.from({ length: TERMS }, () => [])
        const add = (lists: PostingLists, { term, place }: { term: number; place: number }) => {
          lists.add(term, place)
          plain[term] = [...plain[term]!.filter((known) => known !== place), place].slice(-most)
        }
        const lists = new PostingLists(TERMS, most)
        for (const addition of first) add(lists, addition)
        const isKept = (place: number) => place % 3 !== 0
        lists.keepOnly(isKept)
        for (const [term, places] of plain.entries()) plain[term] = places.filter(isKept)
        const read = new PostingLists(TERMS, most, lists.blocks())
        expect([...read.blocks()]).toEqual([...lists.blocks()])
        for (const addition of then) add(read, addition)
        for (const [term, places] of plain.entries()) expect(placesOf(read, term)).toEqual(places)
      }),
    )
  })

  it('are written in blocks, however many they are', () => {
    const terms = 30_000
    const lists = new PostingLists(terms, 3)
    for (let place = 0; place < 3; place++) for (let term = 0; term < terms; term += 2) lists.add(term, term + place)
    let blocks = 0
    const counted = function* () {
      for (const block of lists.blocks()) {
        blocks++
        expect(block.places.length).toBeLessThan(10_000)
        yield block
      }
    }
    const read = new PostingLists(terms, 3, counted())
    expect(blocks).toBeGreaterThan(3)
    for (let term = 0; term < terms; term++) expect(placesOf(read, term)).toEqual(placesOf(lists, term))
  })

  it('use the room of lists that ended again', () => {
    const lists = new PostingLists(TERMS, 200)
    for (let round = 0; round < 50; round++) {
      for (let place = 0; place < 100; place++) lists.add(round % TERMS, round * 100 + place)
      lists.keepOnly(() => false)
    }
    expect(lists.pool.length).toBeLessThan(2_000)
  })
})
