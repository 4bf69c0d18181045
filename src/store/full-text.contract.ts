import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Engine } from './engine.ts'
import { searchPhrases } from './search-phrases.ts'
import { searchTokens } from './search-tokens.ts'

/** What every index over items must do, by itself: stories and their order are another matter. */
export function fullTextContract(openEngine: () => Promise<Engine>): void {
  let engine: Engine

  beforeEach(async () => {
    engine = await openEngine()
    await engine.fullText.create(engine.db as never)
  })
  afterEach(() => engine.close())

  const index = (texts: Readonly<Record<number, string>>) =>
    engine.db.transaction().execute((tx) =>
      engine.fullText.index(
        tx,
        Object.entries(texts).map(([id, text]) => ({ itemId: Number(id), tokens: searchTokens(text) })),
      ),
    )
  const remove = (ids: readonly number[]) => engine.db.transaction().execute((tx) => engine.fullText.remove(tx, ids))
  const find = (query: string, { below = Number.MAX_SAFE_INTEGER, limit = 100 } = {}) =>
    engine.fullText.find(engine.db, searchPhrases(query), below, limit)
  const findAmong = async (query: string, ids: readonly number[]) =>
    [...(await engine.fullText.findAmong(engine.db, searchPhrases(query), ids))].sort((a, b) => a - b)

  test('items that hold every phrase are found, newest first, below a number and no more than asked for', async () => {
    await index({ 1: 'chips for power', 2: 'power grid', 3: 'chips', 4: 'more power, more chips', 1000000: 'power' })
    expect(await find('power')).toEqual([1_000_000, 4, 2, 1])
    expect(await find('power chips')).toEqual([4, 1])
    expect(await find('power', { below: 4 })).toEqual([2, 1])
    expect(await find('power', { limit: 2 })).toEqual([1_000_000, 4])
    expect(await find('nowhere')).toEqual([])
  })

  test('words of a phrase stand in a row, in their order', async () => {
    await index({ 1: 'the data centre opens', 2: 'the centre of data', 3: 'data and a centre' })
    expect(await find('"data centre"')).toEqual([1])
    expect(await find('data centre')).toEqual([3, 2, 1])
  })

  test('words are whole, of any script, and found in any form', async () => {
    await index({
      1: 'Schröder besucht 香港數據中心',
      2: 'schroderx',
      3: 'データセンター',
      4: '데이터센터 개소',
      5: 'GPT-4o',
    })
    expect(await find('schroder')).toEqual([1])
    expect(await find('数据')).toEqual([1])
    expect(await find('港')).toEqual([1])
    expect(await find('センター')).toEqual([3])
    expect(await find('센터')).toEqual([4])
    expect(await find('gpt-4O')).toEqual([5])
  })

  test('words of the query language of either engine are words like any other', async () => {
    await index({ 1: 'AND OR NOT NEAR', 2: "it's 'quoted' & | ! <-> :*", 3: 'rowid tokens' })
    expect(await find('near')).toEqual([1])
    expect(await find('not or')).toEqual([1])
    expect(await find("'quoted' & | !")).toEqual([2])
    expect(await find('tokens:rowid')).toEqual([])
    expect(await find('rowid*')).toEqual([3])
  })

  test('an item that is indexed again has its new words alone; one that is removed has none', async () => {
    await index({ 1: 'old words', 2: 'old words' })
    await index({ 1: 'new ones' })
    expect([await find('old'), await find('new')]).toEqual([[2], [1]])
    await remove([2, 77])
    expect(await find('words')).toEqual([])
    await index({ 2: 'old again' })
    expect(await find('old')).toEqual([2])
  })

  test('of any number of items those that hold the phrases are told', async () => {
    const ids = Array.from({ length: 1_200 }, (_, place) => place + 1)
    await index(Object.fromEntries(ids.map((id) => [id, id % 3 === 0 ? 'quasar seen' : 'nothing seen'])))
    const third = ids.filter((id) => id % 3 === 0)
    expect(await findAmong('quasar', ids)).toEqual(third)
    expect(await findAmong('"quasar seen"', [3, 4, 9, 5_000])).toEqual([3, 9])
    expect(await findAmong('quasar', [])).toEqual([])
    expect(await find('quasar', { limit: 2_000 })).toEqual(third.reverse())
    await remove(third)
    expect(await findAmong('quasar', ids)).toEqual([])
  })

  test('an item without words is no obstacle', async () => {
    await index({ 1: '', 2: '!!!', 3: 'x' })
    expect(await find('x')).toEqual([3])
  })
}
