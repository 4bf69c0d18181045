import { expect, test } from 'vitest'
import { hashed } from '../testing/hashed-meaning.ts'
import { cosine, MeaningMeans } from './meaning-means.ts'
import { meaningVector } from './meaning-vector.ts'

/** A text, far along the direction that all texts of its language share. */
function inLanguage(text: string, language: number) {
  const own = hashed(text)
  const shared = hashed(`language ${language}`)
  return meaningVector(own.map((value, index) => value + 2 * shared[index]!))!
}

const means = new MeaningMeans(64)
for (let item = 0; item < 200; item++) means.count(inLanguage(`word${item} other${item}`, item % 2), item % 2)

test('what a language shares is taken away: one thing in two languages is near, two things in one are not', () => {
  const [one, same, other] = [inLanguage('robot race', 0), inLanguage('robot race', 1), inLanguage('bank fine', 0)]
  expect(cosine(one, other)).toBeGreaterThan(0.7)
  const [a, b, c] = [means.centred(one, 0)!, means.centred(same, 1)!, means.centred(other, 0)!]
  expect(cosine(a, b)).toBeGreaterThan(0.6)
  expect(cosine(a, c)).toBeLessThan(0.4)
})

test('a language has none until twenty of its items were seen', () => {
  expect(means.centred(inLanguage('robot race', 2), 2)).toBeUndefined()
  const few = new MeaningMeans(64, means.tables())
  for (let item = 0; item < 20; item++) few.count(inLanguage(`word${item}`, 2), 2)
  expect(few.centred(inLanguage('robot race', 2), 2)).toBeDefined()
})

test('goes on from its tables as if it had never stopped, in whatever order items came', () => {
  const again = new MeaningMeans(64, means.tables())
  const backwards = new MeaningMeans(64)
  for (let item = 199; item >= 0; item--) backwards.count(inLanguage(`word${item} other${item}`, item % 2), item % 2)
  const vector = inLanguage('robot race', 1)
  expect(again.centred(vector, 1)).toEqual(means.centred(vector, 1))
  expect(backwards.centred(vector, 1)).toEqual(means.centred(vector, 1))
})
