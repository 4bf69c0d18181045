import { expect, test } from 'vitest'
import { communitySignal } from './community-signal.ts'

type Reacted = Parameters<typeof communitySignal>[0][number]

const item = (id: number, more: Partial<Reacted>): Reacted => ({
  id,
  form: 'submission',
  url: `https://talk.example/${id}`,
  fetchedAt: 0,
  ...more,
})

test('sums points and replies of posts and submissions, liveliest first', () => {
  const members = [
    item(1, { form: 'article', comments: 90 }),
    item(2, { points: 10, comments: 4 }),
    item(3, { form: 'post', points: 400 }),
    item(4, {}),
  ]
  expect(communitySignal(members)).toEqual({
    points: 410,
    comments: 4,
    discussions: [
      { itemId: 3, points: 400, comments: 0 },
      { itemId: 2, points: 10, comments: 4 },
    ],
  })
})

test('a discussion in two feeds counts once, as heard last, whatever the order', () => {
  const url = 'https://talk.example/7'
  const members = [item(1, { url, points: 90, fetchedAt: 1 }), item(2, { url, points: 70, fetchedAt: 2 })]
  const expected = { points: 70, comments: 0, discussions: [{ itemId: 2, points: 70, comments: 0 }] }
  expect(communitySignal(members)).toEqual(expected)
  expect(communitySignal([...members].reverse())).toEqual(expected)
})

test('posts without an address are discussions of their own', () => {
  const members = [item(1, { url: undefined, points: 1 }), item(2, { url: undefined, points: 2 })]
  expect(communitySignal(members)?.discussions).toHaveLength(2)
})

test('without a number there is no signal', () => {
  expect(communitySignal([item(1, {}), item(2, { form: 'article', points: 5 })])).toBeUndefined()
})
