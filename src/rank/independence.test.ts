import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assessCoverage } from '../story/coverage.ts'
import { storyItem } from '../story/testing/story-item.ts'
import type { StoryItem } from '../story/types.ts'
import { rankStory } from './rank.ts'
import { rankInput } from './rank-input.ts'

const gazetteer = { entity: () => undefined }

function rank(items: readonly StoryItem[]) {
  const { members, coverage } = assessCoverage(items, new Map())
  const input = rankInput({ members, coverage, kind: 'other', entityIds: [] }, gazetteer, 0)
  return rankStory(input, Date.UTC(2026, 10, 24))
}
const independence = (items: readonly StoryItem[]) => rank(items).parts.find((part) => part.id === 'independence')

const report = storyItem({
  id: 1,
  title: 'Halden Compute raises US$410 million for two halls in Kulai',
  text:
    'Halden Compute said on Sunday that it had raised US$410 million from two pension funds to build two halls in Kulai. ' +
    'The first racks are due in August 2027, and the site has 120 megawatts of contracted supply, the company said.',
  url: 'https://ledger.example/halden',
  publisher: { sourceId: 'ledger', tier: 2, family: 'Ledger' },
})
const echo = (id: number) =>
  storyItem({
    id,
    form: 'post',
    title: `Halden Compute raises US$410 million ${report.url}`,
    text: `Halden Compute raises US$410 million ${report.url}`,
    url: `https://social.example/${id}`,
    pointsTo: report.url,
    links: [report.url!],
    publisher: { sourceId: `social-${id}`, tier: 4, type: 'community', family: `social-${id}` },
  })
const copy = (id: number) =>
  storyItem({
    id,
    title: report.title,
    text: report.text,
    url: `https://copy-${id}.example/halden`,
    publisher: { sourceId: `copy-${id}`, tier: 2, family: `copy-${id}` },
  })

describe('echoes and copies', () => {
  test('never change independence, however many there are', () => {
    const alone = independence([report])
    fc.assert(
      fc.property(fc.nat(6), fc.nat(6), (echoes, copies) => {
        const items = [
          report,
          ...Array.from({ length: echoes }, (_, index) => echo(10 + index)),
          ...Array.from({ length: copies }, (_, index) => copy(20 + index)),
        ]
        expect(independence(items)).toEqual(alone)
      }),
      { numRuns: 30 },
    )
  })

  test('another owner with words of its own does', () => {
    const other = storyItem({
      id: 2,
      title: 'Pension funds back Johor data hall builder',
      text: 'Two of the largest pension funds of the region lead the round, people with knowledge of the terms told the Daily, and take a seat each.',
      url: 'https://daily.example/funds',
      publisher: { sourceId: 'daily', tier: 2, family: 'Daily' },
    })
    expect(independence([report, other])!.value).toBeGreaterThan(independence([report])!.value)
  })
})
