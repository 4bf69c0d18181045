import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordDiff } from './word-diff.ts'

const side = (from: string, to: string, without: 'added' | 'removed') =>
  wordDiff(from, to)
    .filter(({ change }) => change !== without)
    .map(({ text }) => text)
    .join('')

test.each([
  ['a b c', 'a c', ['a ', '-b ', 'c']],
  ['to build 150 MW in Johor', 'to build in Johor', ['to build ', '-150 MW ', 'in Johor']],
  ['same', 'same', ['same']],
  ['old words stand here', 'new things stand here', ['-old words', '+new things', ' stand here']],
  ['a b c', 'a x c', ['a ', '-b', '+x', ' c']],
  ['', 'new', ['+new']],
])('%s → %s', (from, to, runs) => {
  const marks = { same: '', removed: '-', added: '+' }
  expect(wordDiff(from, to).map(({ change, text }) => marks[change] + text)).toEqual(runs)
})

test('Chinese is compared by words, not as one', () => {
  expect(
    wordDiff('香港要在人工智能取得成功', '香港要在能源取得成功').filter(({ change }) => change === 'same').length,
  ).toBeGreaterThan(1)
})

test('both texts can be read off it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (from, to) => {
      expect(side(from, to, 'added')).toBe(from)
      expect(side(from, to, 'removed')).toBe(to)
    }),
  )
})

test('texts too long to compare are given whole', () => {
  const long = 'word '.repeat(500)
  expect(wordDiff(long, 'short')).toEqual([
    { change: 'removed', text: long },
    { change: 'added', text: 'short' },
  ])
})
