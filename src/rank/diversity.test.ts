import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CappedStory, capDiversity } from './diversity.ts'

const caps = { within: 4, perFamily: 2, perEntity: 2, perKind: 3 }
const story = (id: number, leadFamily: string | undefined, entity: string | undefined, kind = 'release') => ({
  id,
  kind,
  entityIds: entity === undefined ? [] : [entity],
  ...(leadFamily === undefined ? {} : { leadFamily }),
})
const order = (stories: readonly (CappedStory & { id: number })[]) =>
  capDiversity(stories, caps).map(({ story: each, movedBy }) => (movedBy ? `${each.id} ${movedBy}` : `${each.id}`))

describe('capDiversity', () => {
  test('leaves a varied list as it is', () => {
    expect(order([story(1, 'a', 'x'), story(2, 'b', 'y'), story(3, 'a', 'x')])).toEqual(['1', '2', '3'])
  })

  test('moves the third story of an owner behind the top', () => {
    const stories = [
      story(1, 'a', 'p'),
      story(2, 'a', 'q'),
      story(3, 'a', 'r'),
      story(4, 'b', 's', 'tool'),
      story(5, 'c', 't', 'tool'),
    ]
    expect(order(stories)).toEqual(['1', '2', '4', '5', '3 family'])
  })

  test('moves the third story about one name', () => {
    const stories = [1, 2, 3].map((id) => story(id, `f${id}`, 'openai', `k${id}`))
    expect(order([...stories, story(4, 'f4', 'tsmc', 'k4')])).toEqual(['1', '2', '4', '3 entity'])
  })

  test('moves the fourth of a kind', () => {
    const stories = [1, 2, 3, 4].map((id) => story(id, `f${id}`, `e${id}`))
    expect(order([...stories, story(5, 'f5', 'e5', 'policy')])).toEqual(['1', '2', '3', '5', '4 kind'])
  })

  test('does not cap what it does not know', () => {
    const stories = [1, 2, 3, 4].map((id) => story(id, undefined, undefined, `k${id}`))
    expect(order(stories)).toEqual(['1', '2', '3', '4'])
  })

  test('an owner and an entity of one name are two things', () => {
    const stories = [story(1, 'x', undefined, 'a'), story(2, 'x', undefined, 'b'), story(3, 'y', 'x', 'c')]
    expect(order(stories)).toEqual(['1', '2', '3'])
  })

  test('loses nothing, changes nothing, and keeps to the caps while others are left', () => {
    const stories = fc.array(
      fc.record({
        kind: fc.constantFrom('release', 'policy', 'tool'),
        entityIds: fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 2 }),
        leadFamily: fc.constantFrom('f', 'g', 'h'),
      }),
      { maxLength: 40 },
    )
    fc.assert(
      fc.property(stories, (list) => {
        const ordered = capDiversity(list, caps)
        expect(new Set(ordered.map((each) => each.story))).toEqual(new Set(list))
        expect(ordered).toHaveLength(list.length)
        const top = ordered.slice(0, caps.within).filter((each) => !each.movedBy)
        for (const family of ['f', 'g', 'h']) {
          expect(top.filter((each) => each.story.leadFamily === family).length).toBeLessThanOrEqual(caps.perFamily)
        }
        const kept = ordered.filter((each) => !each.movedBy).map((each) => list.indexOf(each.story))
        expect(kept).toEqual([...kept].sort((a, b) => a - b))
      }),
    )
  })
})
