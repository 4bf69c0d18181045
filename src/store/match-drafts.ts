import type { ItemDraft } from './item-types.ts'
import { itemIdentity, type KnownItem } from './tables/known-items.ts'

/** Drafts of one poll, sorted by what the store knows of them. */
export interface MatchedDrafts {
  readonly created: readonly ItemDraft[]
  /** Drafts of stored items; each item at most once. */
  readonly known: readonly { readonly draft: ItemDraft; readonly item: KnownItem }[]
  /** Number of drafts that duplicate another draft of the poll. */
  readonly repeated: number
}

/**
 * Matches the drafts of one poll with stored items: by key, else by address. An address match is skipped if the poll
 * itself holds both as separate entries: entries of a changelog share one address, and each is an item. Of several
 * drafts with one key the first counts, so that a feed that lists an entry twice with different texts does not revise
 * it at every poll.
 *
 * @param candidates the source's items that share a key or an address with a draft, ordered by id
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
      // Its item is still in this poll, so no other draft may take it by address.
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

/** Stored items that no draft matched by key, by address. Withdrawn items are left out, so that no new draft matches one. */
class FreeItems {
  readonly #taken = new Set<number>()
  /** By address, newest last. */
  readonly #atAddress = new Map<string, KnownItem[]>()
  /** By address and content hash, oldest last. */
  readonly #withText = new Map<string, KnownItem[]>()

  /**
   * @param candidates ordered by id
   * @param claimed ids of candidates already matched by key
   */
  constructor(candidates: readonly KnownItem[], claimed: ReadonlySet<number>) {
    const free = candidates.filter(({ id, isWithdrawn }) => !isWithdrawn && !claimed.has(id))
    for (const item of free) if (item.urlHash !== undefined) pushTo(this.#atAddress, item.urlHash, item)
    for (const item of free.reverse()) pushTo(this.#withText, `${item.urlHash} ${item.contentHash}`, item)
  }

  /** Takes the item at an address with the same text, else the newest one there. It cannot be taken again. */
  take(urlHash: string, contentHash: string): KnownItem | undefined {
    const item = this.#last(this.#withText.get(`${urlHash} ${contentHash}`)) ?? this.#last(this.#atAddress.get(urlHash))
    if (item !== undefined) this.#taken.add(item.id)
    return item
  }

  /** Returns the last free item, and drops those after it that were taken through the other map. */
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
