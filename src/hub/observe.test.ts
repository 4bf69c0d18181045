import { beforeAll, expect, test } from 'vitest'
import { type Beat, loadBeat } from '../run/beat.ts'
import type { Member, Role } from '../story/types.ts'
import { compileHubRules, type HubRules, observeMembers } from './observe.ts'

let beat: Beat
let rules: HubRules

beforeAll(() => {
  beat = loadBeat()
  rules = compileHubRules(beat.gazetteer, beat.atlas)
})

function member(
  id: number,
  text: string,
  more: { role?: Role; family?: string; tier?: 1 | 2 | 3; title?: string } = {},
): Member {
  const { role = 'report', family = `f${id}`, tier = 2, title = `Report ${id}` } = more
  const item = {
    id,
    sourceId: `s${id}`,
    title,
    text,
    language: 'en',
    publishedAt: id * 1000,
    categories: [],
    mentions: beat.gazetteer.findEntities(`${title}\n${text}`),
    publisher: { family, countsAsIndependent: true, tier },
  }
  return { item, role, tier, receipt: {} } as unknown as Member
}

const ENERGY = 'Hong Kong has an electricity deficit that limits new data centres.'

test('owners that speak of a facet are counted once each; the best report is quoted', () => {
  const { evidence } = observeMembers(
    [
      member(3, ENERGY, { tier: 3 }),
      member(1, `Another line. ${ENERGY}`, { tier: 1 }),
      member(2, ENERGY, { family: 'f1' }),
      member(4, ENERGY, { role: 'echo' }),
      member(5, ENERGY, { role: 'copy' }),
    ],
    rules,
  )
  const energy = evidence.filter(({ facet }) => facet === 'infrastructure.energy')
  expect(energy).toHaveLength(1)
  expect(energy[0]).toMatchObject({ itemId: 1, stance: 'constraint', independent: 2, quote: ENERGY, isOpinion: false })
})

test('an op-ed is marked, and its toot adds nobody', () => {
  const { evidence } = observeMembers(
    [
      member(1, ENERGY, { title: 'Opinion | Energy cannot be an afterthought' }),
      member(2, 'Opinion | Energy cannot be an afterthought #HongKong', { role: 'echo' }),
    ],
    rules,
  )
  expect(evidence.every(({ isOpinion, independent }) => isOpinion && independent === 1)).toBe(true)
})

test('quotes stand where they say, and the order of members changes nothing', () => {
  const members = [
    member(
      1,
      'Tokyo offers typical delays around 50ms to the West Coast. A 300 MW data centre is planned in Itoshima.',
    ),
    member(2, `${ENERGY} Latency from Hong Kong to Tokyo is 50 ms.`),
  ]
  const found = observeMembers(members, rules)
  for (const { itemId, quote, start, end } of [...found.evidence, ...found.claims]) {
    const { item } = members.find(({ item: each }) => each.id === itemId)!
    expect(`${item.title}\n${item.text}`.slice(start, end)).toBe(quote)
  }
  expect(observeMembers([...members].reverse(), rules)).toEqual(found)
  expect(found.claims.map(({ hub, verdict }) => `${hub} ${verdict}`).sort()).toEqual([
    'hong-kong supported',
    'hong-kong supported',
    'tokyo impossible',
  ])
})

test('a story that names no place says nothing', () => {
  expect(observeMembers([member(1, 'The model answers in 50 ms and runs on data centres.')], rules)).toEqual({
    evidence: [],
    claims: [],
  })
})
