import type { OpenStory } from './open-story.ts'
import type { ClusterInput } from './types.ts'

/** A post with more links than this links around, not to what it is about. */
const MAX_POST_LINKS = 3
/** An entry of a link blog: its text is a remark on what it points to. */
const MAX_REMARK_LENGTH = 600

/** Where an address leads. */
export interface AddressedItem {
  readonly story: OpenStory
  readonly itemId: number
}

/** Which open story an address leads to. */
export class StoryAddresses {
  readonly #places = new Map<string, AddressedItem>()

  constructor(stories: Iterable<OpenStory> = []) {
    for (const story of stories) {
      for (const { address, itemId } of story.addresses) this.#places.set(address, { story, itemId })
    }
  }

  /** The story in which an item's own address or what it points to is known; its own address first. */
  find(item: ClusterInput): AddressedItem | undefined {
    for (const address of addressesOf(item)) {
      const place = this.#places.get(address)
      if (place !== undefined) return place
    }
    return undefined
  }

  /** Lets an item's addresses lead to its story, but those that lead elsewhere already. */
  add(item: ClusterInput, story: OpenStory): void {
    for (const address of addressesOf(item)) {
      if (this.#places.has(address)) continue
      this.#places.set(address, { story, itemId: item.id })
      story.addresses.push({ address, itemId: item.id })
    }
  }

  redirect(from: OpenStory, into: OpenStory): void {
    for (const { address, itemId } of from.addresses) this.#places.set(address, { story: into, itemId })
  }

  /** Lets the addresses of items that left a story lead to the one they are in now. */
  moveItems(itemIds: readonly number[], from: OpenStory, into: OpenStory): void {
    const moved = new Set(itemIds)
    const [leaving, staying] = [true, false].map((leaves) =>
      from.addresses.filter(({ itemId }) => moved.has(itemId) === leaves),
    )
    from.addresses.splice(0, from.addresses.length, ...staying!)
    into.addresses.push(...leaving!)
    for (const { address, itemId } of leaving!) this.#places.set(address, { story: into, itemId })
  }

  removeItem(story: OpenStory, itemId: number): void {
    for (let at = story.addresses.length - 1; at >= 0; at--) {
      const { address, itemId: owner } = story.addresses[at]!
      if (owner !== itemId) continue
      story.addresses.splice(at, 1)
      this.#places.delete(address)
    }
  }

  remove(stories: Iterable<OpenStory>): void {
    for (const story of stories) for (const { address } of story.addresses) this.#places.delete(address)
  }
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

/** A front page is about everything. */
function isPage(address: string): boolean {
  return /^https?:\/\/[^/?#]+\/?[^/?#]/.test(address)
}
