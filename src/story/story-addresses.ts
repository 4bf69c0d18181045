import { type AddressedItem, AddressTable, type KnownAddress, NOBODY, SEVERAL_EVENTS } from './address-table.ts'
import type { OpenStory } from './open-story.ts'
import { addressKey, textNumber } from './term-hash.ts'
import type { ClusterInput } from './types.ts'

/** Most links of a post that is about what it links to. */
const MAX_POST_LINKS = 3
/** Most characters of a link-blog entry, whose text is a remark on what it points to. */
const MAX_REMARK_LENGTH = 600
/** A host without a path: a front page is not about any one event. */
const FRONT_PAGE = /^https?:\/\/[^/?#]+\/?$/

/** Maps addresses to open stories. */
export class StoryAddresses {
  readonly #table = new AddressTable()

  /**
   * Returns the known entry of an item's own address, else of what the item points to. Skips a page on which its publisher has
   * another item: a changelog has one page for all its entries, and what an entry says decides. But a digest at one address is one
   * digest.
   */
  find(item: ClusterInput): AddressedItem | undefined {
    for (const address of addressesOf(item)) {
      const place = this.#table.get(addressKey(address))
      if (place === undefined || place.owner === SEVERAL_EVENTS) continue
      if (item.form === 'digest' || place.owner === NOBODY || place.owner !== ownerOf(item, address)) return place
    }
    return undefined
  }

  /**
   * Maps an item's addresses to its story, except those that are already mapped. If a page holds items of one publisher in two
   * stories, it leads nowhere from then on.
   */
  add(item: ClusterInput, story: OpenStory): void {
    for (const address of addressesOf(item)) {
      const [key, owner] = [addressKey(address), ownerOf(item, address)]
      const known = this.#table.get(key)
      if (known === undefined) this.#table.add({ key, itemId: item.id, owner }, story)
      else if (owner !== NOBODY && owner === known.owner && story !== known.story) {
        this.#table.setOwner(key, SEVERAL_EVENTS)
      }
    }
  }

  redirect(from: OpenStory, into: OpenStory): void {
    this.#table.move(from, into, () => true)
  }

  /** Remaps the addresses of items that moved from one story to another. */
  moveItems(itemIds: readonly number[], from: OpenStory, into: OpenStory): void {
    const moved = new Set(itemIds)
    this.#table.move(from, into, (itemId) => moved.has(itemId))
  }

  removeItem(story: OpenStory, itemId: number): void {
    this.#table.remove(story, (owner) => owner === itemId)
  }

  remove(stories: Iterable<OpenStory>): void {
    for (const story of stories) this.#table.remove(story, () => true)
  }

  /** Returns the addresses of a story, for snapshots. */
  of(story: OpenStory): readonly KnownAddress[] {
    return [...this.#table.addressesOf(story)]
  }

  /** Restores what `of` returned. */
  restore(addresses: readonly KnownAddress[], story: OpenStory): void {
    for (const address of addresses.toReversed()) this.#table.add(address, story)
  }
}

/** Returns a number for the item's publisher if the address is the item's own, else `NOBODY`. */
function ownerOf({ url, publisher }: ClusterInput, address: string): number {
  return address !== url || !publisher ? NOBODY : Math.max(SEVERAL_EVENTS + 1, textNumber(publisher))
}

/** Returns an item's own address, and for a post, a submission or a remark also what it is about. */
function addressesOf(item: ClusterInput): readonly string[] {
  const addresses: string[] = []
  if (item.url !== undefined && isPage(item.url)) addresses.push(item.url)
  if (item.form === 'digest') return addresses
  const isPointer = item.form === 'post' || item.form === 'submission'
  const { pointsTo, links = [] } = item
  if (pointsTo !== undefined && isPage(pointsTo) && (isPointer || item.text.length <= MAX_REMARK_LENGTH)) {
    addresses.push(pointsTo)
  }
  if (isPointer && links.length <= MAX_POST_LINKS) addresses.push(...links.filter(isPage))
  return [...new Set(addresses)]
}

function isPage(address: string): boolean {
  return !FRONT_PAGE.test(address)
}
