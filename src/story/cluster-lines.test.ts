import { describe, expect, it } from 'vitest'
import { ClusterLineError, clusterLines } from './cluster-lines.ts'
import { gazetteer } from './testing/cluster-input.ts'

const TEXT = 'The town measured 70 decibels at night; the operator will install quieter fans.'
const LINES = [
  { id: 'a', title: 'Regulator fines a data center operator over noise', text: TEXT, date: '2026-11-23T08:00:00Z' },
  { id: 7, title: 'Robot runs a marathon in Beijing', date: '2026-11-23T08:10:00Z' },
  {
    id: 'c',
    title: 'Data center operator fined over noise at night',
    text: TEXT,
    date: '2026-11-23T09:00:00Z',
    lang: 'en',
  },
  {
    id: null,
    title: 'Beijing marathon: a robot runs and finishes',
    date: 'no date',
    publisher: 'x',
    url: 'not an address',
  },
]

describe('clusterLines', () => {
  it('labels lines in order under the ids they came with', () => {
    expect(clusterLines(LINES)).toEqual([
      { id: 'a', story: 1 },
      { id: 7, story: 2 },
      { id: 'c', story: 1 },
      { id: null, story: 2 },
    ])
  })

  it('gives the label that stood online, or the final one after merges', () => {
    const settings = { joinLevel: 0.9, mergeLevel: 0.2, mergeEveryItems: 8 }
    const twice = [...LINES, ...LINES]
    const stories = (final: boolean) => clusterLines(twice, { settings, final }).map(({ story }) => story)
    // What the last line merges is merged before another comes.
    expect(stories(false)).toEqual([1, 2, 3, 4, 1, 2, 3, 2])
    expect(stories(true)).toEqual([1, 2, 1, 2, 1, 2, 1, 2])
  })

  it('adds receipts on demand', () => {
    const [, , joined] = clusterLines(LINES, { receipts: true, gazetteer })
    expect(joined!.receipt).toMatchObject({ rule: 'content', nearestItemId: 0, gapHours: 1 })
    expect(joined!.receipt!.sharedTerms).toContain('noise')
  })

  it('takes two spellings of one address for one page', () => {
    const [a, b] = clusterLines([
      { id: 1, title: 'Court stops a merger', url: 'https://a.example/x?utm_source=rss' },
      { id: 2, title: 'Other words entirely', url: 'https://A.example/x' },
    ])
    expect(b!.story).toBe(a!.story)
  })

  it.each([
    ['no title', { id: 1 }],
    ['an empty title', { id: 1, title: '  ' }],
    ['a number as title', { id: 1, title: 5 }],
    ['no object', [] as never],
  ])('names the line with %s', (_, line) => {
    expect(() => clusterLines([LINES[0]!, line])).toThrow(ClusterLineError)
    expect(() => clusterLines([LINES[0]!, line])).toThrow(/^Line 2: /)
  })

  it('gives nothing for nothing', () => {
    expect(clusterLines([])).toEqual([])
  })
})
