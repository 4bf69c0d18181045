import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeStories } from './merge-pass.ts'
import { joinStory, MOST_WITHOUT_SUMS, type OpenStory, openStory, partStory, removeItem, sumsOf } from './open-story.ts'
import type { TermVector } from './term-vector.ts'
import { openItem } from './testing/open-item.ts'
import { termVectors } from './testing/term-vectors.ts'

const MAX_MEMBERS = 12
/** What is done, with numbers that choose among the stories and members there are. */
const step = fc.record({
  does: fc.constantFrom('open', ...Array<'join'>(8).fill('join'), 'remove', 'remove', 'part', 'merge'),
  story: fc.nat(3),
  other: fc.nat(),
  vector: termVectors,
})
type Step = typeof step extends fc.Arbitrary<infer Each> ? Each : never

/** Stories after some steps. */
function storiesAfter(steps: readonly Step[]): readonly OpenStory[] {
  const stories: OpenStory[] = []
  let ids = 0
  const newItem = (vector: TermVector) => openItem({ id: ++ids, arrival: ids, vector })
  for (const { does, story, other, vector } of steps) {
    const place = story % Math.max(1, stories.length)
    const chosen = stories[place]
    if (does === 'open' || chosen === undefined) stories.push(openStory(++ids, newItem(vector), false))
    else if (does === 'join') {
      const item = newItem(vector)
      joinStory(chosen, item, sumsOf(chosen).product(item.vector), MAX_MEMBERS)
    } else if (does === 'remove' && chosen.members.length > 1) {
      removeItem(chosen, chosen.members[other % chosen.members.length]!.id)
    } else if (does === 'part' && chosen.members.length > 1) {
      const leaving = chosen.members.slice(0, 1 + (other % (chosen.members.length - 1)))
      stories.push(partStory(chosen, leaving, ++ids))
    } else if (does === 'merge' && stories.length > 1) {
      const [from] = stories.splice(other % stories.length, 1)
      const into = stories[story % stories.length]!
      mergeStories({ into, from: from!, score: 1, threshold: 0 }, MAX_MEMBERS)
    }
  }
  return stories
}

test('a story is as long as the sum of its vectors, whatever was joined, taken out, parted and merged', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 20, maxLength: 60 }), (steps) => {
      for (const story of storiesAfter(steps)) {
        const sums = sumsOf(story)
        // A vector counts as of length 1, which its strengths in 4,095ths are not to the last digit.
        expect(story.squaredLength / sums.productOfSums(sums)).toBeCloseTo(1, 2)
        if (story.sums !== undefined) continue
        expect(story.summedItems).toBe(story.members.length)
        expect(story.members.length).toBeLessThanOrEqual(MOST_WITHOUT_SUMS)
      }
    }),
    { numRuns: 200 },
  )
})
