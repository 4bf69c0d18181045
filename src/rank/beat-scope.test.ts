import { describe, expect, test } from 'vitest'
import type { Entity, EntityType } from '../entity/types.ts'
import { loadBeatRules } from '../run/beat-file.ts'
import { member } from '../summary/testing/member.ts'
import { compileScope, ON_BEAT } from './beat-scope.ts'

const types = new Map<string, EntityType>([
  ['falcon-9', 'model'],
  ['halden', 'company'],
  ['orin', 'lab'],
  ['orin-code', 'product'],
  ['halden-phone', 'product'],
  ['tern-editor', 'product'],
  ['orin-social', 'product'],
])
const gazetteer = {
  entity: (id: string) => {
    const type = types.get(id)
    return type === undefined ? undefined : ({ id, type, isOnBeat: marks.get(id) } as Entity)
  },
  lineage: (id: string) => [id, ...(parents.has(id) ? [parents.get(id)!] : [])],
}
/** As `onBeat` in the entity file. */
const marks = new Map([
  ['tern-editor', true],
  ['orin-social', false],
])
const parents = new Map([
  ['orin-code', 'orin'],
  ['orin-social', 'orin'],
  ['halden-phone', 'halden'],
])
const scope = compileScope(loadBeatRules(), gazetteer)
const relevance = (...drafts: Parameters<typeof member>[1][]) =>
  scope.relevance(drafts.map((draft, index) => member(index + 1, draft)))

describe('the shipped beat', () => {
  test('A6 #8: a four-day week on a business show does not enter an AI brief because a company is named', () => {
    const show = {
      title: 'Investor on business show calls the four-day week the worst idea he has heard',
      text: 'The investor, who backs Halden, said that no firm of his would try it. He once praised AI.',
      names: { Halden: 'halden' },
    }
    expect(relevance(show)).toBeLessThan(ON_BEAT)
  })

  test.each([
    [1, { title: 'AI tutors come to 40 schools' }],
    [1, { title: '香港AI超算中心擴容' }],
    [1, { title: 'Towns weigh data centers against water' }],
    [1, { title: '政府、生成AIの指針を改定' }],
    [1, { title: '한국, 인공지능 기본법 시행' }],
    [0.8, { title: 'Falcon 9 is out', names: { 'Falcon 9': 'falcon-9' } }],
    [0.8, { title: 'Orin Code is out', names: { 'Orin Code': 'orin-code' } }],
    [0, { title: 'Halden Phone is out', names: { 'Halden Phone': 'halden-phone' } }],
    [0.6, { title: 'Town hall news', text: 'It bought machine learning software and a chatbot.' }],
    [0.35, { title: 'Town hall news', text: 'It bought a chatbot.' }],
    [0, { title: 'Halden opens a shop', names: { Halden: 'halden' } }],
    [0, { title: 'Said he was paid' }],
    [0, { title: 'MAIN street' }],
  ])('%d: %j', (expected, draft) => {
    expect(relevance(draft)).toBe(expected)
  })

  test('what the entity file says of a name outweighs its type', () => {
    expect(relevance({ title: 'Tern Editor gets tabs', names: { 'Tern Editor': 'tern-editor' } })).toBeGreaterThan(
      ON_BEAT,
    )
    expect(relevance({ title: 'Orin Social is down', names: { 'Orin Social': 'orin-social' } })).toBeLessThan(ON_BEAT)
  })

  test('is the mean over reports, and echoes do not vote', () => {
    const off = { title: 'Town hall news' }
    const on = { title: 'AI in the town hall' }
    expect(relevance(off, on)).toBe(0.5)
    expect(relevance(off, { ...on, role: 'echo' as const })).toBe(0)
    expect(relevance({ ...on, role: 'echo' as const })).toBe(1)
    expect(relevance()).toBe(0)
  })
})
