import { DAY_MS, type Instant } from '../../lib/instant.ts'
import type { StoredItem } from '../../store/item-types.ts'
import type { Store } from '../../store/types.ts'
import { type JudgedRates, judgedRates } from '../../story/judged-rates.ts'
import { pairKey, uncertainPairs } from '../../story/uncertain-pairs.ts'

export interface PairsView {
  readonly page: 'pairs'
  readonly csrf: string
  /** The least certain decisions of the last seven days, nearest to the threshold first. */
  readonly pairs: readonly { readonly items: readonly [StoredItem, StoredItem]; readonly isTogether: boolean }[]
  readonly rates: JudgedRates
}

/** Older decisions do not help to choose a setting today. */
const WINDOW_MS = 7 * DAY_MS
const MOST_SHOWN = 20

export async function pairsView(store: Store, csrf: string, now: Instant): Promise<PairsView> {
  const [members, judgements] = await Promise.all([store.membersSince(now - WINDOW_MS), store.labels.judgements()])
  const judged = new Set(judgements.map(({ itemIds: [one, other] }) => pairKey(one, other)))
  const uncertain = uncertainPairs(members, judged, MOST_SHOWN)
  const items = await store.items([...new Set(uncertain.flatMap(({ itemIds }) => itemIds))])
  const itemOf = new Map(items.map((item) => [item.id, item]))
  const pairs = uncertain.flatMap(({ itemIds: [one, other], isTogether }) => {
    const first = itemOf.get(one)
    const second = itemOf.get(other)
    return first && second ? [{ items: [first, second] as const, isTogether }] : []
  })
  return { page: 'pairs', csrf, pairs, rates: judgedRates(judgements) }
}
