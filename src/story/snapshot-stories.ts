import type { KnownAddress } from './address-table.ts'
import type { ByteReader, ByteWriter } from './byte-stream.ts'
import { OpenItem } from './open-item.ts'
import { itemIdsOf, type OpenStory } from './open-story.ts'
import { readCount, readList } from './snapshot-lists.ts'
import type { StoryAddresses } from './story-addresses.ts'
import { TermSums, type TermSumsState } from './term-sums.ts'

/** Bits of a story's flags. */
const CLOSED = 1
const FIXED = 2
const MERGED_BY_MEANING = 4

/** Writes a story, with the addresses that lead to it. */
export function writeStory(out: ByteWriter, story: OpenStory, addresses: readonly KnownAddress[]): void {
  out.count(story.id).float(story.squaredLength).count(story.summedItems)
  out.optionalFloat(story.firstAt).optionalFloat(story.lastAt).count(story.lastArrival)
  const flags =
    (story.isClosed ? CLOSED : 0) | (story.isFixed ? FIXED : 0) | (story.isMergedByMeaning ? MERGED_BY_MEANING : 0)
  out.count(flags).count(story.lookedAtItems)
  const itemIds = itemIdsOf(story)
  out.count(itemIds.length)
  for (const id of itemIds) out.count(id)
  out.count(story.members.length)
  for (const member of story.members) writeItem(out, member)
  out.count(addresses.length)
  for (const { key, itemId, owner } of addresses) out.count(key.low).count(key.high).count(itemId).count(owner)
  out.count(story.sums === undefined ? 0 : 1)
  if (story.sums !== undefined) writeSums(out, story.sums.state())
}

function writeSums(out: ByteWriter, { table, size, large, crowded }: TermSumsState): void {
  out.words(table).count(size).words(large).count(crowded.length)
  for (const [term, sum] of crowded) out.count(term).count(sum)
}

function readSums(from: ByteReader): TermSums {
  // A copy, as sums are modified and the bytes that were read must not be.
  const table = from.words().slice()
  const size = from.count()
  const large = from.words()
  const crowded = readList(from, () => [from.count(), from.count()] as const)
  return TermSums.fromState({ table, size, large, crowded })
}

/**
 * Reads a story, and registers its addresses.
 *
 * @throws RangeError for bytes that are not a story
 */
export function readStory(from: ByteReader, addresses: StoryAddresses): OpenStory {
  const id = from.count()
  const squaredLength = from.float()
  const summedItems = from.count()
  const firstAt = from.optionalFloat()
  const lastAt = from.optionalFloat()
  const lastArrival = from.count()
  const flags = from.count()
  const lookedAtItems = from.count()
  const itemIds = readList(from, readCount)
  const members = readList(from, readItem)
  const known = readList(from, readAddress)
  const sums = from.count() === 0 ? undefined : readSums(from)
  const story: OpenStory = {
    id,
    ownItemIds: isOfMembers(itemIds, members) ? undefined : itemIds,
    members,
    glances: undefined,
    sums,
    squaredLength,
    summedItems,
    firstAddress: 0,
    indexPlaces: [],
    firstAt,
    lastAt,
    lastArrival,
    isClosed: (flags & CLOSED) !== 0,
    isFixed: (flags & FIXED) !== 0,
    isMergedByMeaning: (flags & MERGED_BY_MEANING) !== 0,
    lookedAtItems,
    wholeWithItem: undefined,
  }
  addresses.restore(known, story)
  return story
}

function isOfMembers(itemIds: readonly number[], members: readonly OpenItem[]): boolean {
  return itemIds.length === members.length && members.every(({ id }, place) => id === itemIds[place])
}

function readAddress(from: ByteReader): KnownAddress {
  return { key: { low: from.count(), high: from.count() }, itemId: from.count(), owner: from.count() }
}

function writeItem(out: ByteWriter, item: OpenItem): void {
  const { words, start, length } = item
  out
    .count(item.id)
    .count(item.arrival)
    .words(words.subarray(start, start + length))
    .optionalFloat(item.boundTo)
}

function readItem(from: ByteReader): OpenItem {
  const id = from.count()
  const arrival = from.count()
  const place = from.run()
  const item = new OpenItem(id, arrival, place, from.optionalFloat())
  if (item.length !== place.length) throw new RangeError('An item is not as long as its parts')
  return item
}
