import type { ItemDraft } from './item-types.ts'
import { itemIdentity, type KnownItem } from './tables/known-items.ts'

export interface MatchedDrafts {
  readonly created: readonly ItemDraft[]
  /** Drafts of items that are stored, each item once. */
  readonly known: readonly { readonly draft: ItemDraft; readonly item: KnownItem }[]
  /** Drafts that say again what another draft of the poll says. */
  readonly repeated: number
}

/**
 * Decides which drafts of one poll are items that are stored. The same key is the same item. Else the same address is,
 * unless the poll tells the two apart: entries of a changelog share one address, and each is an item. Of several
 * drafts with one key the first counts, so that a feed which lists an entry twice, differently, does not revise it at
 * every poll.
 *
 * @param candidates the source's items that share a key or an address with a draft, by id
 */
export function matchDrafts(drafts: readonly ItemDraft[], candidates: readonly KnownItem[]): MatchedDrafts {
  const byKey = new Map(candidates.map((item) => [item.keyHash, item]))
  const keysSeen = new Set<string>()
  const textsSeen = new Set<string>()
  const claimed = new Set<number>()
  const known: { draft: ItemDraft; item: KnownItem }[] = []
  const strangers: { draft: ItemDraft; urlHash: string | undefined }[] = []
  let repeated = 0

  for (const draft of drafts) {
    const { keyHash, urlHash } = itemIdentity(draft.item)
    const sameText = urlHash === undefined ? undefined : `${urlHash} ${draft.item.contentHash}`
    const isRepeated = keysSeen.has(keyHash) || (sameText !== undefined && textsSeen.has(sameText))
    keysSeen.add(keyHash)
    if (sameText !== undefined) textsSeen.add(sameText)
    const item = byKey.get(keyHash)
    if (isRepeated) {
      repeated++
      // Its item is in this poll all the same, and not free for another draft.
      if (item !== undefined) claimed.add(item.id)
    } else if (item !== undefined) {
      claimed.add(item.id)
      known.push({ draft, item })
    } else {
      strangers.push({ draft, urlHash })
    }
  }

  const created: ItemDraft[] = []
  for (const { draft, urlHash } of strangers) {
    const item = sameAddress(draft, urlHash, candidates, claimed)
    if (item === undefined) {
      created.push(draft)
    } else {
      claimed.add(item.id)
      known.push({ draft, item })
    }
  }
  return { created, known, repeated }
}

/** Of the free items at an address: the one with the same text, else the newest. What was taken back stands for nothing new. */
function sameAddress(
  draft: ItemDraft,
  urlHash: string | undefined,
  candidates: readonly KnownItem[],
  claimed: ReadonlySet<number>,
): KnownItem | undefined {
  if (urlHash === undefined) return undefined
  const free = candidates.filter((item) => item.urlHash === urlHash && !claimed.has(item.id) && !item.isWithdrawn)
  return free.find((item) => item.contentHash === draft.item.contentHash) ?? free.at(-1)
}
