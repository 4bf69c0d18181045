import { expect, test } from 'vitest'
import type { Source, Tier } from '../../source/types.ts'
import { sampleDraft, sampleSource } from '../../store/testing/samples.ts'
import { assessCoverage } from '../../story/coverage.ts'
import { storyItem } from '../../story/testing/story-item.ts'
import { coverageEntries } from './story.ts'
import { storyBalance } from './story-balance.ts'

/** What a page says of reports by sources of these tiers, each of its own owner, and what the story counts. */
function told(...reports: readonly { readonly tier: Tier; readonly counts?: boolean }[]) {
  const items = reports.map(({ tier, counts = true }, index) =>
    storyItem({
      ...{ id: index + 1, title: `Unlike ${'abcdefg'[index]!.repeat(9)}`, text: `${'abcdefg'[index]!.repeat(9)} only` },
      publisher: { sourceId: `s${index}`, family: `s${index}`, tier, countsAsIndependent: counts },
    }),
  )
  const { members, coverage } = assessCoverage(items, new Map())
  const stored = members.map((member) => ({
    ...{ itemId: member.item.id, role: member.role, tier: member.tier, receipt: member.receipt, joinedAt: 0 },
    item: { ...sampleDraft(member.item.sourceId, String(member.item.id)).item, ...member.item },
  }))
  const sources = reports.map(({ counts = true, tier }, index): [string, Source] => [
    `s${index}`,
    sampleSource(`s${index}`, { tier, family: `s${index}`, countsAsIndependent: counts }),
  ])
  const entries = coverageEntries(stored as unknown as Parameters<typeof coverageEntries>[0], new Map(sources))
  expect(storyBalance(entries).reports).toBe(coverage.independent)
  return entries.map(({ tier, isIndependent }) => [tier, isIndependent])
}

test('a page counts the reports that the rank counts: a community only where no other source reports', () => {
  expect(told({ tier: 2 }, { tier: 4 })).toEqual([
    [2, true],
    [4, false],
  ])
  expect(told({ tier: 4 }, { tier: 4 })).toEqual([
    [4, true],
    [4, true],
  ])
  // A commentary that never counts takes the community's place, too.
  expect(told({ tier: 3, counts: false }, { tier: 4 })).toEqual([
    [3, false],
    [4, false],
  ])
  expect(told({ tier: 1 })).toEqual([[1, true]])
})
