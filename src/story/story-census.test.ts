import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HOUR_MS } from '../lib/instant.ts'
import type { OpenStory } from './open-story.ts'
import { StoryCensus } from './story-census.ts'
import { openItem } from './testing/open-item.ts'

type Counted = Pick<OpenStory, 'id' | 'members' | 'isClosed'>

const START = Date.UTC(2026, 3, 1)

/** A story whose items came at these hours; undefined: without a date. */
function story(id: number, hours: readonly (number | undefined)[], isClosed = false): Counted {
  return { id, isClosed, members: hours.map((hour) => item(hour)) }
}

function item(hour: number | undefined) {
  return openItem(hour === undefined ? {} : { at: START + hour * HOUR_MS })
}

/** What is counted of stories that nothing is known of yet. */
function counted(...stories: readonly Counted[]) {
  const census = new StoryCensus<Counted>(new Map(stories.map((each) => [each.id, each])))
  census.count()
  return { size: census.usualSize, hours: Array.from(census.times, (time) => (time - START) / HOUR_MS) }
}

describe('A census', () => {
  it.each([
    ['no story', [], 1],
    ['lone items', [story(1, [1]), story(2, [5])], 1],
    ['two stories of two and four', [story(1, [1]), story(2, [5, 6]), story(3, [1, 2, 3, 4])], 3],
    ['a digest', [story(1, [1, 2]), story(2, [1, 2, 3, 4], true)], 2],
  ])('of %s has the usual size', (_, stories, size) => {
    expect(counted(...stories).size).toBe(size)
  })

  it('has the mean times of stories of two items and more, ascending, as far as they are dated', () => {
    const stories = [story(1, [8, 10]), story(2, [3, undefined, 5]), story(3, [1]), story(4, [undefined, undefined])]
    expect(counted(...stories).hours).toEqual([4, 9])
  })

  it('says the same of stories that changed as of all of them anew', () => {
    const hour = fc.option(fc.integer({ min: 0, max: 200 }), { nil: undefined })
    const step = fc.record({
      kind: fc.constantFrom('open', 'join', 'shorten', 'close', 'replace', 'count'),
      which: fc.nat(),
      hours: fc.array(hour, { minLength: 1, maxLength: 4 }),
      isDigest: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const stories = new Map<number, Counted>()
        const census = new StoryCensus(stories)
        let nextId = 1
        const open = (opened: Counted) => {
          stories.set(opened.id, opened)
          census.noteOpened(opened)
        }
        for (const { kind, which, hours, isDigest } of steps) {
          const known = [...stories.values()][which % Math.max(1, stories.size)]
          if (kind === 'count') census.count()
          else if (kind === 'open' || known === undefined) open(story(nextId++, hours, isDigest))
          else {
            census.noteChange(known)
            if (kind === 'join') known.members.push(item(hours[0]))
            else if (kind === 'shorten') known.members.shift()
            else stories.delete(known.id)
            if (kind === 'replace') open(story(known.id, hours))
          }
        }
        census.count()
        const anew = new StoryCensus(stories)
        anew.count()
        expect(census.usualSize).toBe(anew.usualSize)
        expect(census.times).toEqual(anew.times)
      }),
    )
  })
})
