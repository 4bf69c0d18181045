import { expect, test } from 'vitest'
import { type ContractPlace, contractStore } from './testing/contract-store.ts'
import { sampleDraft, sampleUpdate, T0 } from './testing/samples.ts'
import type { Store } from './types.ts'
import type { Subscription } from './web-sub-types.ts'

/** What every store must do with subscriptions at hubs, what these deliver, and streams. */
export function hubsAndStreamsContract(newPlace: () => Promise<ContractPlace>): void {
  let store: Store
  contractStore(newPlace, (opened) => {
    store = opened
  })

  test('what a hub delivers is new, and counts as no poll of its day', async () => {
    const poll = { at: T0, outcome: 'changed', latencyMs: 0, bodyBytes: 9, isDelivered: true } as const
    await store.saveFeed({ ...sampleUpdate('a', [sampleDraft('a', 'k')]), poll })
    const { days, polls } = await store.sourceRecord('a', T0)
    expect(days).toMatchObject([{ polls: 0, inserted: 1, bodyBytes: 9 }])
    expect(polls).toMatchObject([{ isDelivered: true }])
  })

  test('subscriptions are kept, changed in part by several, and removed', async () => {
    const subscription: Subscription = {
      ...{ callback: 'c1', sourceId: 'a', feedUrl: 'https://a.example/feed', hub: 'https://hub.example/' },
      ...{ topic: 'https://a.example/topic', secret: 's', wants: 'subscribe', asks: 0 },
    }
    await store.webSub.add(subscription)
    expect(await store.webSub.byCallback('c1')).toEqual(subscription)
    await store.webSub.change('c1', { leaseUntil: T0 * 2, asks: 1 })
    await store.webSub.change('c1', { deliveredAt: T0, error: 'away' })
    const changed = { ...subscription, leaseUntil: T0 * 2, asks: 1, deliveredAt: T0, error: 'away' }
    expect(await store.webSub.all()).toEqual([changed])
    await expect(store.webSub.add(subscription)).rejects.toThrow()
    await store.webSub.remove('c1')
    expect(await store.webSub.byCallback('c1')).toBeUndefined()
  })

  test('streams are known by their address, the last word counts, and they can be forgotten', async () => {
    const url = 'https://s.example/api/v1/streaming/public'
    const broken = { url, isOpen: false, since: T0, reason: 'it hung up', retryAt: T0 + 5_000 }
    await store.streams.set({ url: `${url}/local`, isOpen: true, since: T0 })
    await store.streams.set(broken)
    expect(await store.streams.all()).toEqual([broken, { url: `${url}/local`, isOpen: true, since: T0 }])
    await store.streams.set({ url, isOpen: true, since: T0 + 6_000 })
    await store.streams.forget(`${url}/local`)
    expect(await store.streams.all()).toEqual([{ url, isOpen: true, since: T0 + 6_000 }])
    await store.streams.forget()
    expect(await store.streams.all()).toEqual([])
  })
}
