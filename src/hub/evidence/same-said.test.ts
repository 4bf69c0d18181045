import { describe, expect, test } from 'vitest'
import { DAY_MS } from '../../lib/instant.ts'
import { gatherEvidence, isSameSaid, type ToldEvidence } from './same-said.ts'

const line = (more: Partial<ToldEvidence> = {}): ToldEvidence => ({
  ...{ hub: 'hong-kong', facet: 'infrastructure.energy', stance: 'constraint', status: 'none', certainty: 'stated' },
  ...{ itemId: 1, sourceId: 'a', at: 0, start: 0, end: 1, language: 'en', isOpinion: false, independent: 1 },
  ...{ quote: 'Hong Kong is short of power.', storyId: 1, about: ['hong-kong', 'tokyo', 'china'] },
  ...more,
})
const german = 'Hongkong fehlt es an Strom.'

describe('one thing', () => {
  test.each<[string, Partial<ToldEvidence>, Partial<ToldEvidence>]>([
    [
      'the same words in two Chinese scripts, weeks later',
      { quote: '香港電力供應緊張，限制了數據中心擴建。', language: 'zh-Hant' },
      { quote: '香港电力供应紧张，限制了数据中心扩建。', language: 'zh-Hans', storyId: 2, about: [], at: 20 * DAY_MS },
    ],
    [
      'one figure in two stories, whatever is made of it',
      { quantity: { value: 240, unit: 'MW' }, stance: 'plan', status: 'building' },
      { quantity: { value: 240.4, unit: 'MW' }, stance: 'fact', quote: german, storyId: 2, about: [], at: DAY_MS },
    ],
    [
      'one event in two languages',
      {},
      {
        quote: '香港は深刻な電力不足に直面している。',
        language: 'ja',
        storyId: 2,
        about: ['tokyo', 'hong-kong', 'us'],
      },
    ],
    ['one story in two languages', {}, { quote: german, language: 'de', about: [] }],
  ])('is %s', (_what, a, b) => {
    expect([isSameSaid(line(a), line(b)), isSameSaid(line(b), line(a))]).toEqual([true, true])
  })
})

describe('two things', () => {
  test.each<[string, Partial<ToldEvidence>]>([
    ['of another hub', { hub: 'tokyo' }],
    ['of another facet', { facet: 'finance' }],
    ['in favour, in another language', { stance: 'strength', quote: german, language: 'de' }],
    ['in the same language, in other words', { quote: 'Substations are booked until 2031.', storyId: 2 }],
    [
      'in another language, of a story on other things',
      { quote: german, language: 'de', storyId: 2, about: ['x', 'y'] },
    ],
    ['in another language, a week later', { quote: german, language: 'de', storyId: 2, at: 7 * DAY_MS }],
  ])('are lines %s', (_what, more) => {
    expect(isSameSaid(line(), line(more))).toBe(false)
  })
  test('are two figures, in whatever language', () => {
    const of = (value: number, more: Partial<ToldEvidence> = {}) => line({ quantity: { value, unit: 'MW' }, ...more })
    expect(isSameSaid(of(100), of(150, { quote: german, language: 'de' }))).toBe(false)
    expect(isSameSaid(of(100), of(100, { quote: german, storyId: 2, at: 8 * DAY_MS }))).toBe(false)
  })
})

test('the line in the reader’s language is shown, the others with it, and nothing is lost', () => {
  const lines = [
    line({ quote: german, language: 'de', at: 3 }),
    line({ quote: 'Ein Werk ist geplant.', stance: 'plan', language: 'de', at: 2 }),
    line({ at: 1 }),
  ]
  const gathered = gatherEvidence(lines, 'en')
  expect(gathered.map(({ lead, also }) => [lead.at, also.map(({ at }) => at)])).toEqual([
    [1, [3]],
    [2, []],
  ])
  expect(gatherEvidence(lines, 'ja')[0]!.lead.at).toBe(3)
})
