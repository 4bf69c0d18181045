import type { Instant } from '../lib/instant.ts'
import type { OpenStory } from './open-story.ts'
import { meanTime } from './side-by-side.ts'

/** What is counted of a story. */
type Counted = Pick<OpenStory, 'id' | 'members' | 'isClosed'>

/** What a story adds to the count. */
interface Share {
  /** Its members; 0: it is not counted. */
  readonly members: number
  /** Their mean time; undefined where none has one. */
  readonly time: Instant | undefined
}

const NO_SHARE: Share = { members: 0, time: undefined }

/**
 * How large the open stories of two members and more are, and when their members came. Only what changed is looked at again: all members of
 * 100,000 stories lie in no cache of the processor, and to read them every thousand items took a tenth of the time of placing these.
 */
export class StoryCensus<Story extends Counted = OpenStory> {
  readonly #stories: ReadonlyMap<number, Story>
  /** Stories that changed since the last count, and what they added to it; undefined before the first, which looks at all. */
  #changed: Map<Story, Share> | undefined
  #members = 0
  #counted = 0
  #times: Float64Array = new Float64Array(0)

  /** @param stories by number, as they are when they are counted */
  constructor(stories: ReadonlyMap<number, Story>) {
    this.#stories = stories
  }

  /** To be called before a story changes, or is no more. */
  noteChange(story: Story): void {
    if (this.#changed?.has(story) === false) this.#changed.set(story, shareOf(story))
  }

  /** To be called of a story that is new. */
  noteOpened(story: Story): void {
    this.#changed?.set(story, NO_SHARE)
  }

  /** Takes in what changed. Linear in what changed, and in the stories as far as numbers are copied. */
  count(): void {
    const changed = this.#changed ?? new Map(Array.from(this.#stories.values(), (story) => [story, NO_SHARE]))
    const gone: Instant[] = []
    const come: Instant[] = []
    for (const [story, before] of changed) {
      const now = this.#stories.get(story.id) === story ? shareOf(story) : NO_SHARE
      this.#members += now.members - before.members
      this.#counted += Math.sign(now.members) - Math.sign(before.members)
      if (before.time !== undefined) gone.push(before.time)
      if (now.time !== undefined) come.push(now.time)
    }
    this.#times = replaced(this.#times, Float64Array.from(gone).sort(), Float64Array.from(come).sort())
    this.#changed = new Map()
  }

  /** Mean number of members at the last count; 1 where no story was counted. Members are few at most, so that one story of hundreds says little. */
  get usualSize(): number {
    return this.#counted === 0 ? 1 : this.#members / this.#counted
  }

  /** Mean time of the members of each story that has one, ascending, at the last count. */
  get times(): Float64Array {
    return this.#times
  }
}

function shareOf({ members, isClosed }: Counted): Share {
  return isClosed || members.length < 2 ? NO_SHARE : { members: members.length, time: meanTime({ members }) }
}

/** Ascending numbers without some of them and with others; all three in order. */
function replaced(times: Float64Array, gone: Float64Array, come: Float64Array): Float64Array {
  const next = new Float64Array(times.length - gone.length + come.length)
  let left = 0
  let end = 0
  let added = 0
  for (const time of times) {
    if (time === gone[left]) {
      left++
      continue
    }
    while (added < come.length && come[added]! < time) next[end++] = come[added++]!
    next[end++] = time
  }
  next.set(come.subarray(added), end)
  return next
}
