import type { Mention } from '../entity/types.ts'
import type { Item, NewItem } from '../item/types.ts'
import type { Instant } from '../lib/instant.ts'

/** An item ready to be stored, with the entities it mentions. */
export interface ItemDraft {
  readonly item: NewItem
  /** Positions are in `title + '\n' + text`. */
  readonly mentions: readonly Mention[]
}

/**
 * An item read from the store. Its text is cut to the first `STORY_TEXT_LENGTH` characters, which is what stories are written from;
 * `Store.items` returns the whole text.
 */
export interface StoredItem extends Item {
  readonly mentions: readonly Mention[]
  /** When its source withdrew it. Its words are erased; only `revisionsAfter` returns such items. */
  readonly withdrawnAt?: Instant
}

/** An arrival, an edit or a withdrawal: an entry of the story step's queue, in the order stored. */
export interface ItemRevision {
  /** Strictly increasing; gaps are possible. */
  readonly seq: number
  readonly isNew: boolean
  readonly item: StoredItem
}
