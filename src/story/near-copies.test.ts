import { expect, test } from 'vitest'
import { FINGERPRINT_LENGTH } from '../item/fingerprint.ts'
import { groupNearCopies } from './near-copies.ts'

/** A signature of its own, but for the first places of another's. */
function signature(own: number, copied?: readonly number[], places = 0): readonly number[] {
  return Array.from({ length: FINGERPRINT_LENGTH }, (_, place) =>
    copied && place < places ? copied[place]! : own * 1_000 + place,
  )
}

/** Many texts of their own, among them one in two versions and one that has less than that in common with it. */
function texts(others: number) {
  const first = signature(1)
  const copy = signature(2, first, 36)
  const follower = signature(3, first, 12)
  return [...Array.from({ length: others }, (_, each) => signature(10 + each)), first, copy, follower]
}

test.each([2, 40])('groups copies and nothing else, among %i other texts', (others) => {
  const expected = Array.from({ length: others + 3 }, (_, place) => (place === others + 1 ? others : place))
  expect(groupNearCopies(texts(others))).toEqual(expected)
})

test('texts without a signature are no copies of each other', () => {
  expect(groupNearCopies(Array.from({ length: 20 }, () => []))).toEqual(Array.from({ length: 20 }, (_, place) => place))
})
