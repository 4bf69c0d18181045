import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type OpenStory, openStory } from './open-story.ts'
import { StoryIndex } from './story-index.ts'
import { strengthOf, type TermVector, termOf } from './term-vector.ts'
import { openItem } from './testing/open-item.ts'
import { termVectors } from './testing/term-vectors.ts'

const LIMITS = { postings: 16, indexedTerms: 12, searchedTerms: 10 }

/** What adding up all lists finds. */
function plainNearest(stories: readonly (readonly [OpenStory, TermVector])[], vector: TermVector, count: number) {
  const gains = new Map<OpenStory, number>()
  for (const packed of vector.subarray(0, LIMITS.searchedTerms)) {
    const holding = stories.filter(([, words]) =>
      words.subarray(0, LIMITS.indexedTerms).some((word) => termOf(word) === termOf(packed)),
    )
    for (const [story] of holding.slice(-LIMITS.postings)) {
      gains.set(story, (gains.get(story) ?? 0) + Math.ceil(strengthOf(packed) ** 2 * 4_096))
    }
  }
  const sorted = [...gains].sort(([a, gained], [b, other]) => other - gained || a.id - b.id)
  return sorted.slice(0, count).map(([{ id }]) => id)
}

it('finds what adding up all lists finds, though most of them are not looked through to the end', () => {
  const lists = fc.tuple(fc.array(termVectors, { maxLength: 80 }), termVectors, fc.integer({ min: 1, max: 4 }))
  fc.assert(
    fc.property(lists, ([vectors, vector, count]) => {
      const byId = new Map<number, OpenStory>()
      const index = new StoryIndex(LIMITS, byId)
      const stories = vectors.map((words, place) => {
        const item = openItem({ id: place + 1, vector: words })
        const story = openStory(place + 1, item, false)
        byId.set(story.id, story)
        index.add(story)
        index.addItem(story, item)
        return [story, words] as const
      })
      const expected = plainNearest(stories, vector, count)
      // Twice, as what one search leaves behind would be found by the next.
      for (let time = 0; time < 2; time++) expect(index.nearest(vector, count).map(({ id }) => id)).toEqual(expected)
    }),
    { numRuns: 300 },
  )
})
