import { describe, expect, test } from 'vitest'
import type { StoryRecord } from '../store/story-types.ts'
import { chapterOf } from '../story/chapter.ts'
import { gazetteer, MORNING } from '../story/testing/cluster-input.ts'
import { SagaIndex } from './saga-index.ts'

type Draft = readonly [headline: string, sentence: string]

function story(
  id: number,
  hours: number,
  [headline, sentence]: Draft,
  state: StoryRecord['state'] = 'published',
  entityIds: readonly string[] = [],
) {
  return {
    id,
    state,
    kind: 'infrastructure',
    coverage: { firstPublishedAt: MORNING + hours * 3_600_000 },
    headline: { text: headline, language: 'en' },
    summary: { sentences: [{ text: sentence }] },
    entityIds,
  } as unknown as Omit<StoryRecord, 'revision'>
}

/** A name and a figure of one hash, as happens among 2^20. */
const COLLIDING: Draft = ['The plan of Bimuda stands', 'It costs 56049 dollars.']
const FIRST: Draft = [
  'Investor plans 9 GW campus in a Utah valley',
  'The Stratos campus of Kevin O’Leary would stand in Box Elder County and burn gas for data centres.',
]
const NEXT: Draft = [
  'County approves the Stratos campus in spite of protests',
  'Box Elder commissioners voted for the plan of Kevin O’Leary to build data centres that burn gas.',
]

test('replaces and removes a story whose name and figure have one hash', () => {
  const { names, figures } = chapterOf({
    ...{ id: 1, kind: 'other', firstPublishedAt: 0, language: 'en', headline: COLLIDING[0] },
    ...{ headlineEntityIds: [], sentences: [COLLIDING[1]], entityIds: [], entityWords: new Set<string>() },
  })
  expect([...names].some((term) => figures.includes(term))).toBe(true)
  const index = new SagaIndex(gazetteer)
  index.put(story(1, 0, COLLIDING))
  index.put(story(1, 0, COLLIDING))
  index.remove(1)
  expect(index.findPrevious(index.put(story(2, 5, COLLIDING))!)).toBeUndefined()
})

test('finds what a story continues, until that is removed, forgotten or held back', () => {
  const index = new SagaIndex(gazetteer)
  index.put(story(1, 0, FIRST))
  const next = index.put(story(2, 30, NEXT))!
  expect(index.findPrevious(next)).toMatchObject({ storyId: 1, gapHours: 30 })
  expect(index.findPrevious(next)?.sharedNames).toContain('Stratos')
  index.put(story(1, 0, FIRST, 'held'))
  expect(index.findPrevious(next)).toBeUndefined()
  index.put(story(1, 0, FIRST))
  index.forget(MORNING + 3_600_000)
  expect(index.findPrevious(next)).toBeUndefined()
})

test('a story that is not published continues none', () => {
  expect(new SagaIndex(gazetteer).put(story(1, 0, FIRST, 'held'))).toBeUndefined()
})

describe('a company that many stories are about', () => {
  /** Words of their own each, so that only the entity leads from one to another. */
  const filler = (id: number) =>
    story(id, id / 100, [`Word${id}`, `Text${id} item${id} line${id}.`], 'published', ['isomorphic-labs'])
  const withFillers = (count: number) => {
    const index = new SagaIndex(gazetteer)
    index.put(
      story(
        1,
        0,
        ['Isomorphic Labs signs a lease for the dockside hall', 'the hall by the docks takes its staff'],
        'published',
        ['isomorphic-labs'],
      ),
    )
    for (let id = 2; id < 2 + count; id++) index.put(filler(id))
    const next = [
      'Isomorphic Labs leaves the dockside hall again',
      'the hall by the docks was too small for its staff',
    ] as const
    return index.findPrevious(index.put(story(1_000, 48, next, 'published', ['isomorphic-labs']))!)
  }

  test.each([0, 20, 58])('leads to what is continued, past %i others', (others) => {
    expect(withFillers(others)).toMatchObject({ storyId: 1, sharedEntities: ['isomorphic-labs'] })
  })

  test('leads to its latest sixty only, itself among them', () => {
    expect(withFillers(59)).toBeUndefined()
  })
})
