import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clusterSettings } from './cluster-settings.ts'
import { joinStory, openStory } from './open-story.ts'
import { scoreStories, storyProduct } from './story-similarity.ts'
import { TermStatistics } from './term-statistics.ts'
import { packVector, SpreadVector } from './term-vector.ts'
import { openItem } from './testing/open-item.ts'

const settings = clusterSettings()
const statistics = new TermStatistics()
statistics.languageIndex('en')

/** Which of a few terms an item says, how strongly, when, and in which list. */
const said = fc.record({
  terms: fc.dictionary(fc.nat(30).map(String), fc.double({ min: 0.1, max: 3, noNaN: true }), { minKeys: 1 }),
  hours: fc.nat(40),
  list: fc.nat(2),
  isRemark: fc.boolean(),
})

type Said = typeof said extends fc.Arbitrary<infer Value> ? Value : never

function itemOf({ terms, hours, ...more }: Said, arrival: number, fingerprint = new Uint32Array(0)) {
  const numbers = Uint32Array.from(Object.keys(terms), Number)
  const vector = packVector(numbers, Float64Array.from(Object.values(terms)), 128)
  const at = hours * 3_600_000
  return openItem({ ...more, id: arrival, arrival, at, vector, names: numbers.slice(0, 2).sort(), fingerprint })
}

test('finds the same two best stories whether the others are scored to the end or not', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(said, { minLength: 1, maxLength: 9 }), { minLength: 2, maxLength: 8 }),
      said,
      (told, next) => {
        const spread = new SpreadVector()
        let arrival = 0
        const stories = told.map(([first, ...others], index) => {
          const story = openStory(index + 1, itemOf(first!, ++arrival), false)
          for (const other of others) {
            const item = itemOf(other, ++arrival)
            spread.set(item.vector)
            joinStory(story, item, storyProduct(story, item, spread), settings.comparedMembers)
          }
          return story
        })
        const item = itemOf(next, ++arrival)
        spread.set(item.vector)
        const found = scoreStories(item, stories, spread, settings, statistics)
        // Of an item with a fingerprint all are scored.
        const withFingerprint = itemOf(next, arrival, Uint32Array.of(1))
        const all = scoreStories(withFingerprint, stories, spread, settings, statistics)
        expect(found.length).toBeLessThanOrEqual(all.length)
        expect(found.slice(0, 2)).toEqual(all.slice(0, 2))
      },
    ),
  )
})

test('holds its length less against a text in another language, the longer it is than usual', () => {
  const known = new TermStatistics()
  const [english, spanish] = ['en', 'es'].map((tag) => known.languageIndex(tag)) as [number, number]
  for (let item = 0; item < 10; item++) known.countFront(spanish, 100)
  const vectorOf = (...terms: number[]) =>
    packVector(
      Uint32Array.from(terms),
      Float64Array.from(terms, () => 1),
      128,
    )
  const item = openItem({ arrival: 9, language: english, vector: vectorOf(1), translated: vectorOf(5, 6, 7) })
  const scoreOf = (frontLength: number, language = spanish) => {
    const vector = vectorOf(2)
    const member = openItem({ language, vector, translated: vectorOf(5, 6, 8), frontLength })
    const spread = new SpreadVector()
    spread.set(item.vector)
    return scoreStories(item, [openStory(1, member, false)], spread, settings, known)[0]!.score
  }
  const usual = scoreOf(100)
  expect(usual).toBeGreaterThan(0)
  expect(scoreOf(400) / usual).toBeCloseTo(4 ** settings.lengthSlope)
  expect(scoreOf(25) / usual).toBeCloseTo(0.25 ** settings.lengthSlope)
  expect(scoreOf(100, english)).toBe(0)
})
