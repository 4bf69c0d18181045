import { expect, test } from 'vitest'
import { StoriesByKey } from './stories-by-key.ts'

test('knows which stories have a key, one or many', () => {
  const stories = new StoriesByKey()
  expect([stories.count('openai'), stories.latest('openai', 5)]).toEqual([0, []])
  for (const id of [3, 1, 3]) stories.add('openai', id)
  stories.add(7, 1)
  expect([stories.count('openai'), stories.count(7), stories.count('7')]).toEqual([2, 1, 0])
  expect(stories.latest('openai', 5)).toEqual([3, 1])
  expect(stories.latest('openai', 1)).toEqual([3])
})

test('forgets a story, and a key with the last', () => {
  const stories = new StoriesByKey()
  for (const id of [1, 2, 3]) stories.add('openai', id)
  stories.remove('openai', 2)
  stories.remove('openai', 4)
  expect(stories.latest('openai', 5)).toEqual([3, 1])
  stories.remove('openai', 1)
  stories.add('openai', 0)
  expect(stories.latest('openai', 5)).toEqual([3, 0])
  stories.remove('openai', 3)
  stories.remove('openai', 0)
  expect(stories.count('openai')).toBe(0)
})
