import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assessCoverage } from './coverage.ts'
import { storyItem } from './testing/story-item.ts'
import type { StoryItem } from './types.ts'

const assess = (items: readonly StoryItem[]) => assessCoverage(items, new Map())
const rolesOf = (items: readonly StoryItem[]) =>
  Object.fromEntries(
    assess(items).members.map(({ item, role, of }) => [item.id, of === undefined ? role : `${role} of ${of}`]),
  )

const SENTENCES =
  'Halden Compute said on Sunday that it had raised US$410 million from two pension funds to build two halls in Kulai. ' +
  'The first racks are due in August 2027, and the site has 120 megawatts of contracted supply. ' +
  'A spokesman declined to name the customers who have reserved capacity in the first hall.'

const opEd = storyItem({
  id: 1,
  title: 'For Hong Kong to succeed in AI, energy cannot be an afterthought',
  text: 'The artificial intelligence competition is by nature an energy competition. The conventional narrative focuses on faster chips, yet training and inference consume vast amounts of power.',
  url: 'https://www.scmp.com/opinion/hong-kong-opinion/article/1/hong-kong-succeed-ai',
  publisher: { sourceId: 'scmp-tech', name: 'SCMP — Tech', tier: 2, family: 'Alibaba' },
})
const toot = storyItem({
  id: 2,
  form: 'post',
  title: 'Opinion | For Hong Kong to succeed in AI, energy cannot be an afterthought',
  text: 'Opinion | For Hong Kong to succeed in AI, energy cannot be an afterthought https://www.byteseu.com/2126643/ #AI #AISupercomputingCentre #Apple #Beijing',
  url: 'https://sigmoid.social/@bot/1',
  pointsTo: 'https://www.byteseu.com/2126643/',
  links: ['https://www.byteseu.com/2126643/'],
  publisher: { sourceId: 'mastodon-sigmoid-ai', tier: 4, type: 'community', family: 'sigmoid.social' },
})

describe('assessCoverage', () => {
  test('A6 #4: a toot of an op-ed through another address is an echo, not a second source', () => {
    const { coverage } = assess([opEd, toot])
    expect(rolesOf([opEd, toot])).toEqual({ 1: 'report', 2: 'echo of 1' })
    expect(coverage).toMatchObject({ independent: 1, reports: 1, echoes: 1, copies: 0 })
  })

  test('A6 #5: read at the original, never at the toot, whichever came first', () => {
    const early = { ...toot, publishedAt: opEd.publishedAt - 60_000 }
    expect(assess([opEd, early]).coverage.originalItemId).toBe(1)
  })

  test('A6 #6: an op-ed in a newsroom is commentary, by its own mark or because its toot says so', () => {
    const unmarked = { ...opEd, url: 'https://www.scmp.com/tech/article/1' }
    expect(assess([opEd]).members[0]!.tier).toBe(3)
    expect(assess([unmarked]).members[0]!.tier).toBe(2)
    expect(assess([unmarked, toot]).members[0]!.tier).toBe(3)
  })

  test('one wire text at six outlets is one report and its copies', () => {
    const wire = storyItem({
      id: 10,
      title: 'Halden raises US$410 million',
      text: SENTENCES,
      publisher: { type: 'wire', family: 'Wire' },
    })
    const copies = [1, 2, 3, 4, 5, 6].map((id) =>
      storyItem({ id, title: 'Halden raises US$410 million', text: `${SENTENCES} (Reuters)` }),
    )
    const { coverage } = assess([...copies, wire])
    expect(coverage).toMatchObject({ independent: 1, reports: 1, copies: 6 })
    expect(rolesOf([...copies, wire])).toMatchObject({ 10: 'report', 1: 'copy of 10', 6: 'copy of 10' })
  })

  test('without a wire the earliest of a text is the original, and who credits a wire is not', () => {
    const own = storyItem({ id: 2, title: 'Halden raises money', text: SENTENCES })
    const credited = storyItem({ id: 1, title: 'Halden raises money', text: `${SENTENCES} (AFP)` })
    const later = storyItem({ id: 3, title: 'Halden raises money', text: SENTENCES })
    expect(rolesOf([credited, own, later])).toEqual({ 1: 'copy of 2', 2: 'report', 3: 'copy of 2' })
  })

  test('outlets of one owner are one voice, at its best tier', () => {
    const family = 'SPH Media'
    const items = [
      storyItem({ id: 1, title: 'Singapore clears a hall', publisher: { family, tier: 3 } }),
      storyItem({ id: 2, title: 'Regulator approves site in Tuas', publisher: { family, tier: 2 } }),
      storyItem({ id: 3, title: 'What the Tuas approval means for power', publisher: { tier: 1, type: 'government' } }),
    ]
    expect(assess(items).coverage).toMatchObject({ independent: 2, reports: 3, familiesByTier: [1, 1, 0, 0] })
  })

  test('who never corroborates is not counted', () => {
    const carrier = storyItem({
      id: 1,
      title: 'Release by a carrier',
      publisher: { tier: 1, countsAsIndependent: false },
    })
    expect(assess([carrier]).coverage).toMatchObject({ independent: 0, reports: 1 })
  })

  test('a post with words of its own reports, but does not corroborate a newsroom', () => {
    const words = 'I measured the new endpoint for an hour. '.repeat(8)
    const post = storyItem({
      id: 2,
      form: 'post',
      title: 'I measured the new endpoint',
      text: words,
      publisher: { tier: 4 },
    })
    const paper = storyItem({ id: 1, title: 'Northlight opens its endpoint', text: SENTENCES })
    expect(assess([post]).coverage).toMatchObject({ independent: 1, bestTier: 4 })
    expect(assess([paper, post]).coverage).toMatchObject({ independent: 1, reports: 2, familiesByTier: [0, 1, 0, 0] })
  })

  test('a link with much of its own is no echo; a submission always is', () => {
    const link = { pointsTo: opEd.url, links: [opEd.url!] }
    const essay = storyItem({
      id: 5,
      form: 'post',
      title: 'A reply',
      text: 'The grid numbers do not add up, and here is why. '.repeat(6),
      ...link,
    })
    const submission = storyItem({
      id: 6,
      form: 'submission',
      title: 'Energy and Hong Kong',
      text: 'Long text of the submitter. '.repeat(12),
      ...link,
    })
    expect(rolesOf([opEd, essay, submission])).toEqual({ 1: 'report', 5: 'report', 6: 'echo of 1' })
  })

  test('a digest mentions a story, and carries one only if nobody else does', () => {
    const digest = storyItem({ id: 7, form: 'digest', title: 'Ten things today' })
    expect(rolesOf([opEd, digest])).toEqual({ 1: 'report', 7: 'mention' })
    expect(rolesOf([digest])).toEqual({ 7: 'report' })
  })

  test('the primary document is read first, though newsrooms were earlier', () => {
    const filing = storyItem({ id: 9, title: 'Proposed issue of shares', publisher: { tier: 1, type: 'government' } })
    const early = storyItem({ id: 8, title: 'Halden said to seek money', publisher: { tier: 2 } })
    expect(assess([early, filing]).coverage.originalItemId).toBe(9)
  })

  test('a story has items', () => {
    expect(() => assess([])).toThrow(RangeError)
  })

  test('the order of the items changes nothing, and nothing is modified', () => {
    const items = [
      opEd,
      toot,
      ...[11, 12, 13].map((id) => storyItem({ id, title: 'Halden raises', text: SENTENCES })),
      storyItem({ id: 14, form: 'digest' }),
      storyItem({ id: 15, form: 'submission', links: [opEd.url!] }),
    ]
    const before = structuredClone(items)
    const expected = assess(items)
    fc.assert(
      fc.property(fc.shuffledSubarray(items, { minLength: items.length }), (shuffled) => {
        expect(assess(shuffled)).toEqual(expected)
      }),
    )
    expect(items).toEqual(before)
  })

  test('echoes and copies never change who is independent', () => {
    const alone = assess([opEd]).coverage.independent
    const echoes = Array.from({ length: 40 }, (_each, n) => ({ ...toot, id: 100 + n }))
    expect(assess([opEd, ...echoes]).coverage).toMatchObject({ independent: alone, echoes: 40 })
  })
})
