import { ByteReader, ByteWriter } from './byte-stream.ts'
import type { StoryMeaningsState } from './meaning/story-meanings.ts'
import type { OpenStory } from './open-story.ts'
import type { PostingsBlock } from './posting-lists.ts'
import { readCount, readList } from './snapshot-lists.ts'
import { readStory, writeStory } from './snapshot-stories.ts'
import { StoryAddresses } from './story-addresses.ts'
import type { StoryIndexState } from './story-index.ts'
import { TermCounts } from './term-counts.ts'
import { TermStatistics } from './term-statistics.ts'

/** The complete state of a clusterer. */
export interface ClustererState {
  readonly nextStoryId: number
  readonly arrivals: number
  /** Mean size of the stories at the last census (see `StoryCensus`). */
  readonly usualSize: number
  /** How near in time two stories usually were at the last census (see `usualNearness`). */
  readonly usualNearness: number
  readonly latestAt: number | undefined
  readonly stories: ReadonlyMap<number, OpenStory>
  readonly addresses: StoryAddresses
  /** Stories that received items or another story since the last merge pass. */
  readonly grownIds: readonly number[]
  readonly statistics: TermStatistics
  readonly index: StoryIndexState
  readonly meanings: StoryMeaningsState
}

/** The bytes to restore are not an intact snapshot of this version: start a new clusterer and `adopt` the stored memberships. */
export class SnapshotError extends Error {
  override readonly name = 'SnapshotError'

  constructor(reason: string, cause?: unknown) {
    super(`Cannot restore the clusterer: ${reason}. Start a new one and let it adopt the stored memberships.`, {
      cause,
    })
  }
}

const MAGIC = 'auspex clusterer'
/** Incremented whenever the byte format changes, or the terms that items are read into. */
const VERSION = 23

/**
 * Serialises the state.
 *
 * @returns chunks of about a quarter of a megabyte, written as they are requested: the state must not change before the last one,
 *   and each chunk is valid only until the next is requested
 */
export function* writeSnapshot(state: ClustererState): Generator<Uint8Array, void> {
  const out = new ByteWriter().text(MAGIC).count(VERSION)
  out
    .count(state.nextStoryId)
    .count(state.arrivals)
    .float(state.usualSize)
    .float(state.usualNearness)
    .optionalFloat(state.latestAt)
  yield* writeStatistics(out, state.statistics)
  out.count(state.stories.size)
  for (const story of state.stories.values()) {
    writeStory(out, story, state.addresses.of(story))
    yield* out.full()
  }
  out.count(state.grownIds.length)
  for (const id of state.grownIds) out.count(id)
  yield* writeIndex(out, state.index)
  yield* writeMeanings(out, state.meanings)
  yield* out.rest()
}

/**
 * @param parts the chunks that `writeSnapshot` yielded, in order
 * @throws SnapshotError
 */
export function readSnapshot(parts: Iterable<Uint8Array>): ClustererState {
  try {
    const from = new ByteReader(parts)
    if (from.text() !== MAGIC) throw new SnapshotError('these bytes are no snapshot')
    const version = from.count()
    if (version !== VERSION) throw new SnapshotError(`it is of version ${version}, this program reads ${VERSION}`)
    const nextStoryId = from.count()
    const arrivals = from.count()
    const usualSize = from.float()
    const usualNearness = from.float()
    const latestAt = from.optionalFloat()
    const statistics = readStatistics(from)
    const stories = new Map<number, OpenStory>()
    const addresses = new StoryAddresses()
    for (let left = from.count(); left > 0; left--) {
      const story = readStory(from, addresses)
      stories.set(story.id, story)
    }
    const grownIds = readList(from, readCount)
    return {
      nextStoryId,
      arrivals,
      usualSize,
      usualNearness,
      latestAt,
      statistics,
      stories,
      addresses,
      grownIds,
      index: readIndex(from),
      meanings: readMeanings(from),
    }
  } catch (error) {
    if (error instanceof SnapshotError) throw error
    throw new SnapshotError('it is damaged', error)
  }
}

function* writeStatistics(out: ByteWriter, statistics: TermStatistics): Generator<Uint8Array, void> {
  const tables = statistics.tables()
  out.count(tables.length)
  for (const { language, items, frontLengths, terms } of tables) {
    out.text(language).count(items).count(frontLengths.items).float(frontLengths.logarithms)
    let next = 0
    terms.forEach((term, count) => {
      out.count(term - next).count(count)
      next = term + 1
    })
    // A count of 0 ends the table.
    out.count(0).count(0)
    yield* out.full()
  }
}

function readStatistics(from: ByteReader): TermStatistics {
  const tables = Array.from({ length: from.count() }, () => {
    const language = from.text()
    const items = from.count()
    const frontLengths = { items: from.count(), logarithms: from.float() }
    const terms = new TermCounts()
    for (let term = 0; ; term++) {
      term += from.count()
      const count = from.count()
      if (count === 0) break
      terms.add(term, count)
    }
    return { language, items, frontLengths, terms }
  })
  return TermStatistics.fromTables(tables)
}

function* writeIndex(
  out: ByteWriter,
  { firstPlace, storyIds, postings }: StoryIndexState,
): Generator<Uint8Array, void> {
  out.count(firstPlace).words(storyIds)
  for (const { terms, counts, places } of postings) {
    if (terms.length === 0) continue
    out.words(terms).words(counts).words(places)
    yield* out.full()
  }
  // A block without terms ends the index.
  out.count(0)
}

function readIndex(from: ByteReader): StoryIndexState {
  const firstPlace = from.count()
  const storyIds = from.words()
  const postings: PostingsBlock[] = []
  for (let terms = from.words(); terms.length > 0; terms = from.words()) {
    postings.push({ terms, counts: from.words(), places: from.words() })
  }
  return { firstPlace, storyIds, postings }
}

function* writeMeanings(out: ByteWriter, state: StoryMeaningsState): Generator<Uint8Array, void> {
  out.text(state.space).count(state.dimensions).count(state.means.length)
  for (const [language, { items, values }] of state.means) {
    out.count(language).count(items)
    for (const value of values) out.float(value)
  }
  out.count(state.stories.length)
  for (const { storyId, direction, length } of state.stories) {
    out.count(storyId).float(length).words(wordsOf(direction))
    yield* out.full()
  }
}

function readMeanings(from: ByteReader): StoryMeaningsState {
  const space = from.text()
  const dimensions = from.count()
  const means = readList(from, () => {
    const language = from.count()
    const items = from.count()
    return [language, { items, values: Float64Array.from({ length: dimensions }, () => from.float()) }] as const
  })
  const stories = readList(from, () => {
    const storyId = from.count()
    const length = from.float()
    const direction = new Int8Array(from.words().slice().buffer, 0, dimensions)
    return { storyId, length, direction }
  })
  return { space, dimensions, means, stories }
}

/** Packs bytes four to a word; the last word is padded with 0. */
function wordsOf(direction: Int8Array): Uint32Array {
  const bytes = new Int8Array(Math.ceil(direction.length / 4) * 4)
  bytes.set(direction)
  return new Uint32Array(bytes.buffer)
}
