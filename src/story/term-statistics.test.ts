import { expect, test } from 'vitest'
import { TermStatistics } from './term-statistics.ts'

const NAME = 1
const WORD = 2

function counted(tell: (statistics: TermStatistics, language: number) => void): (term: number) => number {
  const statistics = new TermStatistics()
  const language = statistics.languageIndex('en-GB')
  tell(statistics, language)
  return (term) => statistics.rarity(language, term)
}

test('a name in one story of fifty items stays rarer than a word in fifty stories', () => {
  const rarity = counted((statistics, language) => {
    statistics.count(language, [NAME])
    for (let item = 1; item < 50; item++) statistics.count(language, [NAME], () => 1)
    for (let item = 0; item < 50; item++) statistics.count(language, [WORD])
  })
  expect(rarity(NAME)).toBeGreaterThan(rarity(WORD) + 1)
})

test('what a story has not said before counts as in an item of its own', () => {
  const told = counted((statistics, language) =>
    statistics.count(language, [NAME, WORD], (term) => (term === NAME ? 1 : 0)),
  )
  expect(told(NAME)).toBeGreaterThan(told(WORD))
  const alone = counted((statistics, language) => statistics.count(language, [NAME, WORD]))
  expect(alone(NAME)).toBe(alone(WORD))
})

test('survives in its tables', () => {
  const statistics = new TermStatistics()
  const language = statistics.languageIndex('zh-Hant')
  statistics.count(language, [NAME, WORD])
  statistics.count(language, [NAME], () => 0.4)
  const restored = TermStatistics.fromTables(statistics.tables())
  for (const term of [NAME, WORD, 3]) {
    expect(restored.rarity(restored.languageIndex('zh-Hans'), term)).toBe(statistics.rarity(language, term))
  }
})

test('holds it less against a text that another language never says a term, the more of it was read', () => {
  const statistics = new TermStatistics()
  const [english, chinese, french] = ['en', 'zh-Hans', 'fr'].map((tag) => statistics.languageIndex(tag)) as [
    number,
    number,
    number,
  ]
  expect(statistics.sayable(NAME, english, chinese)).toBe(1)
  for (let item = 0; item < 8; item++) statistics.count(chinese, [WORD])
  expect(statistics.sayable(NAME, english, chinese)).toBe(0.5)
  expect(statistics.sayable(WORD, english, chinese)).toBe(1)
  expect(TermStatistics.fromTables(statistics.tables()).sayable(NAME, english, chinese)).toBe(0.5)
  for (let item = 0; item < 8; item++) statistics.count(french, [WORD])
  expect(statistics.sayable(NAME, english, french)).toBe(1)
})

test('tells how long an item is against what is usual in its language, whatever one text of megabytes says', () => {
  const statistics = new TermStatistics()
  const [english, chinese] = ['en', 'zh'].map((tag) => statistics.languageIndex(tag)) as [number, number]
  expect(statistics.relativeLength(english, 300)).toBe(1)
  for (let item = 0; item < 99; item++) statistics.countFront(english, 100)
  for (let item = 0; item < 9; item++) statistics.countFront(chinese, 30)
  expect(statistics.relativeLength(english, 200)).toBeCloseTo(2)
  expect(statistics.relativeLength(english, 50)).toBeCloseTo(0.5)
  expect(statistics.relativeLength(chinese, 60)).toBeCloseTo(2)
  statistics.countFront(english, 2_000_000)
  expect(statistics.relativeLength(english, 100)).toBeGreaterThan(0.9)
  expect([0, 2_000_000].map((length) => statistics.relativeLength(english, length))).toEqual([0.25, 4])
  const restored = TermStatistics.fromTables(statistics.tables())
  expect(restored.relativeLength(english, 200)).toBe(statistics.relativeLength(english, 200))
  restored.countFront(english, 400)
  expect(restored.relativeLength(english, 200)).toBeLessThan(statistics.relativeLength(english, 200))
})

test('knows which languages share no letters', () => {
  const statistics = new TermStatistics()
  const [english, korean, japanese, russian] = ['en', 'ko', 'ja', 'ru'].map((tag) => statistics.languageIndex(tag)) as [
    number,
    number,
    number,
    number,
  ]
  expect(statistics.areWrittenApart(english, korean)).toBe(true)
  expect(statistics.areWrittenApart(japanese, korean)).toBe(false)
  expect(statistics.areWrittenApart(russian, english)).toBe(false)
})

test('counts written Cantonese as Chinese', () => {
  const statistics = new TermStatistics()
  expect(statistics.languageIndex('yue')).toBe(statistics.languageIndex('zh-Hant'))
  expect(statistics.areWrittenApart(statistics.languageIndex('yue'), statistics.languageIndex('en'))).toBe(true)
})

test('counts the languages it knows apart, however many others were declared before', () => {
  const statistics = new TermStatistics()
  const declared = Array.from('abcdefgh', (first) => Array.from('qwxyz', (second) => first + second)).flat()
  const indices = declared.map((language) => statistics.languageIndex(language))
  const [korean, english] = [statistics.languageIndex('ko'), statistics.languageIndex('en')]
  expect(new Set(indices).size).toBe(24)
  expect(new Set([...indices, korean, english]).size).toBe(26)
  expect(statistics.languageIndex('ko')).toBe(korean)
  expect(statistics.languageIndex('tt')).toBe(indices.at(-1))
  const restored = TermStatistics.fromTables(statistics.tables())
  expect([...declared, 'ko', 'tt'].map((language) => restored.languageIndex(language))).toEqual([
    ...indices,
    korean,
    indices.at(-1),
  ])
})
