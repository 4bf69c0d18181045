import { expect, test } from 'vitest'
import { everyMatch } from './every-match.ts'

test.each([
  ['a1b22', /\d+/g],
  ['a1b22', /(?<letter>[a-z])(\d)?/g],
  ['nothing', /\d/g],
  ['', /x*/g],
  ['axxb', /x*/g],
  ['a😀xb', /x*/gu],
])('%j: the same as matchAll with %s', (text, pattern) => {
  expect(everyMatch(text, pattern)).toEqual([...text.matchAll(pattern)])
  expect(everyMatch(text, pattern)).toEqual([...text.matchAll(pattern)])
})

test('a match that ended early does not move where the next begins', () => {
  const pattern = /b/g
  pattern.test('bb')
  expect(everyMatch('bb', pattern)).toHaveLength(2)
})
