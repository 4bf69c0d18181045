import { expect, test } from 'vitest'
import type { Subscription } from '../../store/web-sub-types.ts'
import { subscriptionState } from './subscription-note.tsx'

const NOW = 1_000
const base: Subscription = {
  ...{ callback: 'c', sourceId: 'a', feedUrl: 'https://a.example/feed', hub: 'https://hub.example/' },
  ...{ topic: 'https://a.example/feed', secret: 's', wants: 'subscribe', asks: 1 },
}
const confirmed = { confirmedAt: 10, leaseUntil: 5_000 }

test.each([
  ['asked', {}],
  ['refused', { error: 'the hub refused' }],
  ['confirmed', confirmed],
  ['ended', { ...confirmed, leaseUntil: NOW }],
  ['delivers', { ...confirmed, deliveredAt: 500, missedAt: 400 }],
  ['missed', { ...confirmed, deliveredAt: 500, missedAt: 600 }],
])('a subscription is %s', (state, more) => {
  expect(subscriptionState({ ...base, ...more }, NOW)).toBe(state)
})
