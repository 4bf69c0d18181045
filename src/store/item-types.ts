import type { Mention } from '../entity/types.ts'
import type { Item, NewItem } from '../item/types.ts'
import type { Instant } from '../lib/instant.ts'

/** An item ready to be stored, with the entities it names. */
export interface ItemDraft {
  readonly item: NewItem
  /** In `title + '\n' + text`. */
  readonly mentions: readonly Mention[]
}

/**
 * An item out of the store. Of its text the first `STORY_TEXT_LENGTH` characters and more, as stories are told from it; all of it where it
 * was asked for by its id.
 */
export interface StoredItem extends Item {
  readonly mentions: readonly Mention[]
  /** When its source took it back. Its words are gone; only `revisionsAfter` brings such items. */
  readonly withdrawnAt?: Instant
}

/** An arrival, an edit or a withdrawal, in the order stored: the story step's queue. */
export interface ItemRevision {
  /** Gap-free per engine run is not promised; strictly increasing is. */
  readonly seq: number
  readonly isNew: boolean
  readonly item: StoredItem
}
