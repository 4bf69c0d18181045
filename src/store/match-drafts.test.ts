import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cpuMs } from '../lib/testing/cpu-ms.ts'
import type { ItemDraft } from './item-types.ts'
import { matchDrafts } from './match-drafts.ts'
import { itemIdentity, type KnownItem } from './tables/known-items.ts'
import { sampleDraft } from './testing/samples.ts'

const draftOf = (key: string, url: string | undefined, contentHash: string): ItemDraft => {
  const { url: _, ...item } = sampleDraft('a', key, { contentHash }).item
  return { item: url === undefined ? item : { ...item, url }, mentions: [] }
}

const knownOf = (id: number, draft: ItemDraft): KnownItem => ({
  id,
  ...itemIdentity(draft.item),
  contentHash: draft.item.contentHash,
  revision: 1,
  points: undefined,
  comments: undefined,
  publishedAt: 0,
  isWithdrawn: false,
})

/** What a store would hold after `drafts`: the same rules as `saveFeed`, in memory. */
function save(stored: readonly ItemDraft[], drafts: readonly ItemDraft[]) {
  const candidates = stored.map((draft, index) => knownOf(index + 1, draft))
  const matched = matchDrafts(drafts, candidates)
  const next = [...stored]
  let revised = 0
  for (const { draft, item } of matched.known) {
    if (draft.item.contentHash === item.contentHash) continue
    revised++
    // The key stays the first one.
    const { url: _, ...rest } = draft.item
    const before = stored[item.id - 1]!.item
    const kept = { ...rest, key: before.key }
    next[item.id - 1] = { ...draft, item: draft.item.url === undefined ? kept : { ...kept, url: draft.item.url } }
  }
  return { stored: [...next, ...matched.created], revised, created: matched.created.length, matched }
}

const anyDraft = fc
  .tuple(
    fc.constantFrom('k1', 'k2', 'k3', 'k4'),
    fc.constantFrom('https://a.example/1', 'https://a.example/2', undefined),
    fc.constantFrom('h1', 'h2'),
  )
  .map(([key, url, hash]) => draftOf(key, url, hash))
const anyPoll = fc.array(anyDraft, { maxLength: 6 })

describe('matchDrafts', () => {
  test('every draft is accounted for once, every item at most once', () => {
    fc.assert(
      fc.property(anyPoll, anyPoll, (first, second) => {
        const { matched } = save(save([], first).stored, second)
        expect(matched.created.length + matched.known.length + matched.repeated).toBe(second.length)
        const ids = matched.known.map(({ item }) => item.id)
        expect(new Set(ids).size).toBe(ids.length)
      }),
    )
  })

  test('a poll twice over: the second time changes nothing', () => {
    fc.assert(
      fc.property(anyPoll, anyPoll, (before, poll) => {
        const once = save(save([], before).stored, poll)
        const twice = save(once.stored, poll)
        expect([twice.created, twice.revised]).toEqual([0, 0])
      }),
    )
  })

  test('of two items at an address, the one with the same text is meant, else the newest', () => {
    const [one, two] = [draftOf('k1', 'https://a.example/', 'h1'), draftOf('k2', 'https://a.example/', 'h2')]
    const known = [knownOf(1, one), knownOf(2, two)]
    const idFor = (hash: string) =>
      matchDrafts([draftOf('k3', 'https://a.example/', hash)], known).known.map(({ item }) => item.id)
    expect([idFor('h1'), idFor('h2'), idFor('h3')]).toEqual([[1], [2], [2]])
  })

  test('a feed that gives each of its entries one address and a new key costs no more than others', () => {
    const page = (name: string) =>
      Array.from({ length: 10_000 }, (_, n) => draftOf(`${name}${n}`, 'https://a.example/', `${name}${n}`))
    const [before, poll] = [page('before'), page('after')]
    const known = before.map((draft, index) => knownOf(index + 1, draft))
    const startedAt = cpuMs()
    expect(matchDrafts(poll, known).known.map(({ item }) => item.id)).toEqual(known.map(({ id }) => id).reverse())
    expect(cpuMs() - startedAt).toBeLessThan(1_500)
  })
})
