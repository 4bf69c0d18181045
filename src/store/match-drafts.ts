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

  const free = new FreeItems(candidates, claimed)
  const created: ItemDraft[] = []
  for (const { draft, urlHash } of strangers) {
    const item = urlHash === undefined ? undefined : free.take(urlHash, draft.item.contentHash)
    if (item === undefined) created.push(draft)
    else known.push({ draft, item })
  }
  return { created, known, repeated }
}

/** The items at each address that no draft has by its key. What was taken back stands for nothing new. */
class FreeItems {
  readonly #taken = new Set<number>()
  /** The newest last. */
  readonly #atAddress = new Map<string, KnownItem[]>()
  /** Of one address and one text, the oldest last. */
  readonly #withText = new Map<string, KnownItem[]>()

  /**
   * @param candidates by id
   * @param claimed ids of those that are not free
   */
  constructor(candidates: readonly KnownItem[], claimed: ReadonlySet<number>) {
    const free = candidates.filter(({ id, isWithdrawn }) => !isWithdrawn && !claimed.has(id))
    for (const item of free) if (item.urlHash !== undefined) pushTo(this.#atAddress, item.urlHash, item)
    for (const item of free.reverse()) pushTo(this.#withText, `${item.urlHash} ${item.contentHash}`, item)
  }

  /** The one at an address with the same text, else the newest; it is free no more. */
  take(urlHash: string, contentHash: string): KnownItem | undefined {
    const item = this.#last(this.#withText.get(`${urlHash} ${contentHash}`)) ?? this.#last(this.#atAddress.get(urlHash))
    if (item !== undefined) this.#taken.add(item.id)
    return item
  }

  /** The last that is free; those behind it, taken by the other list, are dropped. */
  #last(items: KnownItem[] = []): KnownItem | undefined {
    while (items.length > 0 && this.#taken.has(items.at(-1)!.id)) items.pop()
    return items.at(-1)
  }
}

function pushTo(lists: Map<string, KnownItem[]>, key: string, item: KnownItem): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [item])
  else list.push(item)
}
