import { type AddressedItem, AddressTable, type KnownAddress, NOBODY, SEVERAL_EVENTS } from './address-table.ts'
import type { OpenStory } from './open-story.ts'
import { addressKey, textNumber } from './term-hash.ts'
import type { ClusterInput } from './types.ts'

/** A post with more links than this links around, not to what it is about. */
const MAX_POST_LINKS = 3
/** An entry of a link blog: its text is a remark on what it points to. */
const MAX_REMARK_LENGTH = 600
/** A host and nothing behind it: what stands there is about everything. */
const FRONT_PAGE = /^https?:\/\/[^/?#]+\/?$/

/** Which open story an address leads to. */
export class StoryAddresses {
  readonly #table = new AddressTable()

  /**
   * The story in which an item's own address or what it points to is known; its own address first. Not one that its publisher gave
   * another item: a changelog has one page for all its entries, and what an entry says decides. But a digest at one address is one digest.
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
   * Lets an item's addresses lead to its story, but those that lead elsewhere already. A page of whose items one publisher's are in two
   * stories leads nowhere from then on.
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

  /** Lets the addresses of items that left a story lead to the one they are in now. */
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

  /** Those of a story, for snapshots. */
  of(story: OpenStory): readonly KnownAddress[] {
    return [...this.#table.addressesOf(story)]
  }

  /** Takes in what `of` gave. */
  restore(addresses: readonly KnownAddress[], story: OpenStory): void {
    for (const address of addresses.toReversed()) this.#table.add(address, story)
  }
}

/** Whose page an address of an item is: a number for the item's publisher if it is the item's own. */
function ownerOf({ url, publisher }: ClusterInput, address: string): number {
  return address !== url || !publisher ? NOBODY : Math.max(SEVERAL_EVENTS + 1, textNumber(publisher))
}

/** An item's own address, and what it is about where it is a post, a submission or a remark. */
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
