import { expect, test } from 'vitest'
import { joined } from './joined.ts'

test('who asks while it runs waits for the same; afterwards it is done anew', async () => {
  let runs = 0
  const once = joined<number>()
  const work = async () => ++runs
  expect(await Promise.all([once('a', work), once('a', work), once('b', work)])).toEqual([1, 1, 2])
  expect(await once('a', work)).toBe(3)
})

test('a failure is told to all who wait, and is not remembered', async () => {
  const once = joined<string>()
  const failing = () => Promise.reject(new Error('no'))
  const both = await Promise.allSettled([once('a', failing), once('a', failing)])
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(await once('a', async () => 'yes')).toBe('yes')
})
