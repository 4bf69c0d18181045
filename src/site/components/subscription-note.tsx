import type { Subscription } from '../../store/web-sub-types.ts'
import type { PageContext } from '../page-context.ts'
import { hostOf } from '../safe-href.ts'

export type SubscriptionState = 'asked' | 'refused' | 'ended' | 'confirmed' | 'delivers' | 'missed'

/** The state of a feed's subscription at its hub (WebSub) in a sentence; nothing without one. */
export function SubscriptionNote({ subscription, c }: { subscription: Subscription | undefined; c: PageContext }) {
  if (subscription === undefined) return null
  const { m, f } = c
  const { hub, leaseUntil, deliveredAt, error } = subscription
  const state = subscriptionState(subscription, c.now)
  return (
    <dl class="facts">
      <dt>{m.subscription}</dt>
      <dd>
        {`${hostOf(hub)}: ${m.subscriptionStates[state]}`}
        {deliveredAt === undefined ? '' : ` · ${m.lastDelivered(f.ago(deliveredAt, c.now))}`}
        {leaseUntil === undefined || leaseUntil <= c.now ? '' : ` · ${m.leaseUntil(f.moment(leaseUntil, c.now))}`}
        {error ? <span lang="en">{` (${error})`}</span> : null}
      </dd>
    </dl>
  )
}

/** @returns the state of a subscription at `now` */
export function subscriptionState(subscription: Subscription, now: number): SubscriptionState {
  const { confirmedAt, leaseUntil = 0, deliveredAt, missedAt = 0, error } = subscription
  if (confirmedAt === undefined) return error ? 'refused' : 'asked'
  if (leaseUntil <= now) return 'ended'
  if (deliveredAt === undefined) return 'confirmed'
  return deliveredAt > missedAt ? 'delivers' : 'missed'
}
