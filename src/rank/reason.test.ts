import { describe, expect, test } from 'vitest'
import { HOUR_MS } from '../lib/instant.ts'
import { UI_LANGUAGES } from '../lib/ui-languages.ts'
import { STORY_KINDS } from '../story/types.ts'
import { rankStory } from './rank.ts'
import { rankReason, sayReason, signalsOf, whatWouldMoveIt } from './reason.ts'
import { REASON_MESSAGES, type ReasonKey, sayPhrase } from './reason-messages.ts'
import type { RankInput } from './signal.ts'
import type { Explanation } from './types.ts'

const story: RankInput = {
  independent: 3,
  familiesByTier: [1, 2, 0, 0],
  hasPrimaryDocument: true,
  kind: 'funding',
  tellingNames: 2,
  earlierStories: 0,
  firstPublishedAt: 0,
  lastReportAt: 10 * HOUR_MS,
}
const at = 12 * HOUR_MS

describe('rankReason', () => {
  test('is the signals that gave most, most first', () => {
    const keys = rankReason(rankStory(story, at)).map((phrase) => phrase.key)
    expect(keys).toEqual(['corroboration', 'authority-1', 'freshness-hours'])
  })

  test('says that nothing stands behind a story of nothing', () => {
    const nothing: RankInput = {
      ...story,
      independent: 0,
      familiesByTier: [0, 0, 0, 0],
      hasPrimaryDocument: false,
      tellingNames: 0,
    }
    expect(sayReason(rankStory(nothing, at), 'en')).toBe(
      'The newest report is 2 hours old, nothing like it was in the week before, and it is a deal.',
    )
  })

  test('is one phrase where no signal gives a point', () => {
    const silent = (id: string): Explanation => ({ id, value: 0, max: 1, reason: { key: id, params: {} }, parts: [] })
    const nothing = { ...silent('score'), parts: [silent('corroboration-none'), silent('authority-3')] }
    expect(rankReason(nothing)).toEqual([{ key: 'corroboration-none', params: {} }])
  })

  test.each([
    ['en', '3 independent sources report it, the best source is a primary one, and the newest report is 2 hours old.'],
    ['zh-Hant', '3 個獨立來源報道，最佳來源為一手來源，最新報道在 2 小時前。'],
    ['zh-Hans', '3 个独立来源报道，最佳来源为一手来源，最新报道在 2 小时前。'],
    ['ja', '独立した情報源3件が報じている、最も確かな情報源は一次情報、最新の報道は2時間前。'],
    ['ko', '독립된 출처 3곳이 보도, 가장 믿을 만한 출처는 1차 출처, 최신 보도는 2시간 전.'],
  ] as const)('is one sentence in %s', (language, sentence) => {
    expect(sayReason(rankStory(story, at), language)).toBe(sentence)
  })
})

describe('messages', () => {
  const keys = Object.keys(REASON_MESSAGES) as ReasonKey[]

  test.each(keys)('%s is said in every language, and differently in English and Chinese', (key) => {
    const row = REASON_MESSAGES[key]
    expect(row).toHaveLength(UI_LANGUAGES.length)
    for (const message of row) expect(message).toBeTruthy()
    expect(row[0]).not.toEqual(row[1])
  })

  test.each(keys)('%s asks for the same parameters in every language', (key) => {
    const holes = REASON_MESSAGES[key].map((message) => {
      const text = typeof message === 'string' ? message : message.other
      return [...text.matchAll(/\{[a-z]+\}/gi)].map(([hole]) => hole).sort()
    })
    for (const each of holes) expect(each).toEqual(holes[0])
  })

  test('every phrase that a rank can hold is said, without a hole', () => {
    const tiers: RankInput['familiesByTier'][] = [
      [1, 0, 0, 0],
      [0, 1, 0, 0],
      [0, 0, 1, 0],
      [0, 0, 0, 1],
      [1, 1, 1, 1],
      [0, 0, 0, 0],
    ]
    for (const kind of STORY_KINDS) {
      for (const familiesByTier of tiers) {
        for (const few of [0, 1, 2]) {
          const independent = familiesByTier.reduce((sum, each) => sum + each, 0)
          const input = { ...story, kind, familiesByTier, independent, tellingNames: few, earlierStories: few }
          for (const hours of [0, 1, 2, 50]) {
            const now = input.lastReportAt + hours * HOUR_MS
            const phrases = [
              ...signalsOf(rankStory(input, now)).map((signal) => signal.reason),
              ...whatWouldMoveIt(input, now).map((move) => move.phrase),
            ]
            for (const phrase of phrases) {
              for (const language of UI_LANGUAGES) {
                const said = sayPhrase(phrase, language)
                expect(said).not.toBe(phrase.key)
                expect(said).not.toMatch(/[{}]|undefined|NaN/)
              }
            }
          }
        }
      }
    }
  })

  test.each(['score', 'group-independence', 'group-standing', 'group-substance', 'group-timeliness'])(
    '%s, a part of the tree, has a label',
    (key) => {
      expect(Object.keys(REASON_MESSAGES)).toContain(key)
    },
  )

  test('every signal has a label', () => {
    for (const { id } of signalsOf(rankStory(story, at))) {
      expect(Object.keys(REASON_MESSAGES)).toContain(`signal-${id}`)
    }
  })

  test.each([
    [0, 'en', '0 independent sources report it'],
    [1, 'en', '1 independent source reports it'],
    [2, 'en', '2 independent sources report it'],
    [1_200, 'en', '1,200 independent sources report it'],
    [1, 'zh-Hans', '1 个独立来源报道'],
    [1, 'ja', '独立した情報源1件が報じている'],
    [1_200, 'ko', '독립된 출처 1,200곳이 보도'],
  ] as const)('A6 #9: %i in %s is “%s”', (independent, language, said) => {
    expect(sayPhrase({ key: 'corroboration', params: { independent } }, language)).toBe(said)
  })

  test('A6 #9: no message has a number fixed to the plural', () => {
    for (const key of keys) {
      const [english] = REASON_MESSAGES[key]
      if (typeof english !== 'string') expect(english.one).not.toBe(english.other)
      else expect(english).not.toMatch(/\{(?!tiers|words|form|section|owners)[a-z]+\}/)
    }
  })

  test('a key that is not ours is said as it is, and prototypes are no parameters', () => {
    expect(sayPhrase({ key: 'constructor', params: {} }, 'en')).toBe('constructor')
    expect(sayPhrase({ key: 'kind-words', params: {} }, 'en')).toBe('its reports say “{words}”')
  })
})

describe('whatWouldMoveIt', () => {
  test('ranks again and reports the difference', () => {
    const moves = whatWouldMoveIt(story, at)
    const score = rankStory(story, at).value
    const silent = rankStory(story, at + 6 * HOUR_MS).value
    const fourth = rankStory({ ...story, independent: 4, familiesByTier: [1, 3, 0, 0], lastReportAt: at }, at).value
    expect(moves.map(({ phrase, change }) => [phrase.key, change])).toEqual([
      ['move-owner', Math.round((fourth - score) * 100) / 100],
      ['move-silence', Math.round((silent - score) * 100) / 100],
    ])
    expect(moves[0]!.change).toBeGreaterThan(3)
    expect(sayPhrase(moves[0]!.phrase, 'en')).toBe('an independent report by one more owner, 4 in all')
    expect(sayPhrase(moves[1]!.phrase, 'en')).toBe('6 hours without news')
  })

  test('a primary document is missed only where there is none', () => {
    const moves = whatWouldMoveIt({ ...story, hasPrimaryDocument: false }, at)
    expect(moves.map(({ phrase, change }) => [phrase.key, change])).toContainEqual(['move-primary', 8])
  })

  test('is silent about what moves nothing', () => {
    expect(whatWouldMoveIt(story, at + 10_000 * HOUR_MS).map(({ phrase }) => phrase.key)).toEqual(['move-owner'])
  })
})
