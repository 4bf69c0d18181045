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
        const read = new PostingLists(TERMS, most, lists.state())
        expect(read.state()).toEqual(lists.state())
        for (const addition of then) add(read, addition)
        for (const [term, places] of plain.entries()) expect(placesOf(read, term)).toEqual(places)
      }),
    )
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
