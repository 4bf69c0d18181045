import { describe, expect, test } from 'vitest'
import { REASON_MESSAGES } from '../rank/reason-messages.ts'
import { hubMessagesIn } from './messages/hubs.ts'
import { messagesIn, UI_LANGUAGES, uiLanguage } from './messages.ts'

/** Words that are the same in every language: names of formats. */
const SAME_EVERYWHERE = new Set([
  'rssFeed',
  'jsonFeed',
  'jsonApi',
  'tierUpTo.1',
  'tierUpTo.2',
  'tierUpTo.3',
  'relatedKinds.pdf',
  'relatedKinds.doi',
])

/** Every message of a catalogue by path, functions called with sample arguments. */
function spoken(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value === 'function') {
    const counts = [0, 1, 2, 1206].map((count): [string, string] => [
      `${path}(${count})`,
      value(count, count, count, count, count),
    ])
    return counts
  }
  if (Array.isArray(value)) return value.flatMap((each, index) => spoken(each, `${path}.${index}`))
  return Object.entries(value as object).flatMap(([key, each]) => spoken(each, path ? `${path}.${key}` : key))
}

const english = new Map(spoken(messagesIn('en')))

describe.each(UI_LANGUAGES)('messages in %s', (language) => {
  const messages = new Map(spoken(messagesIn(language)))

  test('say everything, with every number filled in', () => {
    for (const [path, text] of messages) {
      expect(text.trim(), path).not.toBe('')
      if (!path.startsWith('newStories')) expect(text, path).not.toMatch(/#|undefined|NaN|\[object|\$\{|\{\w/)
    }
  })

  test('have the same messages as English, but for plural forms', () => {
    const keys = (map: ReadonlyMap<string, string>) => [...map.keys()].filter((key) => !key.startsWith('newStories'))
    expect(keys(messages)).toEqual(keys(english))
  })

  test('have plural forms for the live bar that the language needs', () => {
    const { newStories } = messagesIn(language)
    for (const count of [1, 2, 5]) {
      const form = newStories[new Intl.PluralRules(language).select(count)] ?? newStories.other
      expect(form).toContain('#')
    }
  })

  if (language !== 'en') {
    test('are translated', () => {
      const same = [...messages].filter(
        ([path, text]) => /[a-z]{3}/i.test(text) && text === english.get(path) && !SAME_EVERYWHERE.has(path),
      )
      expect(same).toEqual([])
    })
  }
})

test('simplified Chinese has no traditional forms, and the other way round', () => {
  const text = (language: 'zh-Hans' | 'zh-Hant') =>
    spoken(messagesIn(language))
      .map(([, each]) => each)
      .join('')
  expect(text('zh-Hans')).not.toMatch(/[報來們這個說題數類過時間開關門發]/)
  expect(text('zh-Hant')).not.toMatch(/[报来们这个说题数类过时间开关门发]/)
})

// Most Korean particles have two forms, chosen by the sound before them, which is not known of what is filled in.
test('in Korean no particle of two forms follows what is filled in', () => {
  const HOLE = '\u{fffc}'
  const filled = (value: unknown, path: string): [string, string][] => {
    if (typeof value === 'function') return [[path, value(...Array(5).fill(HOLE))]]
    if (typeof value === 'string') return [[path, value.replace(/\{[a-zA-Z]+\}/g, HOLE)]]
    return Object.entries(value as object).flatMap(([key, each]) => filled(each, path ? `${path}.${key}` : key))
  }
  const said = [
    ...filled(messagesIn('ko'), ''),
    ...filled(hubMessagesIn('ko'), 'hubs'),
    ...Object.entries(REASON_MESSAGES).map(([key, row]): [string, string] => [key, filled(row[4], '')[0]![1]]),
  ]
  // These are filled with a count of things, of which every one ends in a consonant: 곳, 건, 개.
  const ENDS_IN_CONSONANT = new Set(['nothingYetText', 'sourcesText', 'methodsText'])
  const wrong = said.filter(
    ([path, text]) =>
      !ENDS_IN_CONSONANT.has(path) && /\ufffc[’”)]?(?:은|는|이|가|을|를|과|와|으로|로|이라|라)(?![가-힣])/u.test(text),
  )
  expect(wrong).toEqual([])
  expect(said.filter(([, text]) => text.includes(HOLE)).length).toBeGreaterThan(100)
})

test('counts have the right form', () => {
  const { sourceCount, echoes, copies } = messagesIn('en')
  expect([sourceCount(1), sourceCount(2), sourceCount(1206)]).toEqual(['1 source', '2 sources', '1,206 sources'])
  expect([echoes(1), echoes(0), copies(1), copies(2)]).toEqual(['1 echo', '0 echoes', '1 copy', '2 copies'])
})

test.each([
  ['en-GB', 'en'],
  ['zh-TW', 'zh-Hant'],
  ['zh-HK', 'zh-Hant'],
  ['zh-Hant-MO', 'zh-Hant'],
  ['zh', 'zh-Hans'],
  ['zh-cn', 'zh-Hans'],
  ['yue', 'zh-Hant'],
  ['ja-JP', 'ja'],
  ['ko', 'ko'],
  ['ko-KR', 'ko'],
  ['kok', undefined],
  ['english', undefined],
  ['fr', undefined],
  ['', undefined],
])('%s is read as %s', (tag, language) => {
  expect(uiLanguage(tag)).toBe(language)
})
