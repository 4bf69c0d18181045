import { expect, test } from 'vitest'
import { oncePerObject } from './once-per-object.ts'

test('works out once for each object, and again for an equal one', () => {
  let calls = 0
  const length = oncePerObject((list: readonly number[]) => {
    calls++
    return list.length || undefined
  })
  const list = [1, 2]
  expect([length(list), length(list), calls]).toEqual([2, 2, 1])
  expect([length([1, 2]), calls]).toEqual([2, 2])
  const empty: number[] = []
  expect([length(empty), length(empty), calls]).toEqual([undefined, undefined, 3])
})
