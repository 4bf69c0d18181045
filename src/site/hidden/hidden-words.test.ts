import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SAMPLE_GAZETTEER } from '../testing/sample-sources.ts'
import { hiddenCookie, hiddenIn } from './hidden-cookie.ts'
import {
  foldedText,
  HIDDEN_WORDS,
  hiddenWordsProblem,
  readHiddenWords,
  wordPattern,
  writeHiddenWords,
} from './hidden-words.ts'
import { hidingBy, wordsInForce } from './hiding.ts'

const { most, longest, mostCharacters } = HIDDEN_WORDS

describe('a list as it is written', () => {
  test.each([
    ['crypto,Musk', ['crypto', 'Musk']],
    [
      '  self-driving   car \r\n\r\n加密貨幣，机器人、ロボット；로봇;x',
      ['self-driving car', '加密貨幣', '机器人', 'ロボット', '로봇', 'x'],
    ],
    ['Musk,MUSK,musk ,müsk', ['Musk']],
    ['機器人,机器人', ['機器人']],
    ['cafe\u0301,a\u0000b', ['café', 'a b']],
    ['', []],
    [' , \n', []],
  ])('%j is %j', (written, words) => {
    expect(readHiddenWords(written)).toEqual({ words })
  })

  test.each([
    ['!!!', 'noLetters', '"!!!" has no letter'],
    ['fine,🤖', 'noLetters', '"🤖"'],
    ['x'.repeat(longest + 1), 'tooLong', `at most ${longest} characters`],
    [Array.from({ length: most + 1 }, (_, at) => `w${at}`).join(','), 'tooMany', `at most ${most} words`],
    [
      Array.from({ length: 10 }, (_, at) => `${at}`.repeat(longest)).join(','),
      'tooMuch',
      `${mostCharacters} characters in all`,
    ],
  ])('%j is refused: %s', (written, what, problem) => {
    const { words, fault } = readHiddenWords(written)
    expect(words).toEqual([])
    expect(fault?.what).toBe(what)
    expect(hiddenWordsProblem(fault!)).toContain(problem)
  })

  test('is the same when it is read from what was written of it, in an address or a cookie', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 20 }), { maxLength: 12 }), (parts) => {
        const { words } = readHiddenWords(parts.join('\n'))
        expect(readHiddenWords(writeHiddenWords(words)).words).toEqual(words)
        expect(hiddenIn(hiddenCookie(words).split(';')[0])).toEqual(words)
      }),
    )
  })

  test('of the longest that is allowed fits into its cookie, and beside a full list of saved stories', () => {
    const longestList = readHiddenWords(
      Array.from({ length: 10 }, (_, at) => `字${'機'.repeat(37)}${at}`).join(','),
    ).words
    expect(writeHiddenWords(longestList).length).toBeGreaterThan(mostCharacters - 20)
    const [cookie = ''] = hiddenCookie(longestList).split(';')
    expect(cookie.length).toBeLessThan(1_700)
    expect(hiddenIn(`saved=${'1'.repeat(2_200)}; ${cookie}`)).toEqual(longestList)
  })

  test.each([
    'hidden=',
    'hidden=***',
    `hidden=${'A'.repeat(1_601)}`,
    `hidden=${Buffer.from('!!!').toString('base64url')}`,
  ])('a cookie %s that is none of ours holds no word', (cookie) => {
    expect(hiddenIn(cookie)).toEqual([])
  })
})

/** Whether a word is found in a text. */
const isIn = (word: string, text: string) => foldedText(text).includes(wordPattern(word)!)

test.each([
  ['musk', 'Musk sues OpenAI', true],
  ['musk', 'Of muskrats and men', false],
  ['MÜSK', 'musk', true],
  ['AI', 'OpenAI said', false],
  ['ai', 'What AI’s for', true],
  ['gpt-5', 'GPT 5 is out', true],
  ['gpt-5', 'GPT-5.1 is out', true],
  ['gpt-5', 'GPT-55 is out', false],
  ['self-driving car', 'A self-driving car stops', true],
  ['self-driving car', 'A car that is self-driving', false],
  ['москва', 'Москва́ решила', true],
  ['αθηνα', 'Αθήνα', true],
  ['加密', '比特幣與加密貨幣', true],
  ['机器人', '機器人上街', true],
  ['AI產業', '中國AI产业链', true],
  ['AI產業', 'OpenAI產業', false],
  ['ロボ', '新型ロボット', true],
  ['테슬라', '테슬라가 공개했다', true],
  ['หุ่นยนต์', 'บริษัทหุ่นยนต์ไทย', true],
  ['c++', 'The C++ committee', true],
  ['2026', 'In 2026, all of it', true],
])('%s in “%s”: %s', (word, text, isFound) => {
  expect(isIn(word, text)).toBe(isFound)
})

test('a word is found in itself, and in any text around it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.string(), fc.string(), (word, before, behind) => {
      fc.pre(wordPattern(word) !== undefined)
      expect(isIn(word, word)).toBe(true)
      expect(isIn(word, `${before} / ${word} / ${behind}`)).toBe(true)
    }),
  )
})

describe('a story', () => {
  const story = (text: string, entityIds: readonly string[] = [], others: readonly string[] = []) => ({
    headline: {
      text,
      language: 'en',
      itemId: 1,
      others: others.map((each) => ({ text: each, language: 'ja', itemId: 2 })),
    },
    entityIds,
  })
  const wordOf = (words: readonly string[], of: ReturnType<typeof story>) =>
    hidingBy(words, SAMPLE_GAZETTEER).wordOf(of)

  test('is hidden by its headline in any language, and by a name of whom it is about in any language', () => {
    expect(wordOf(['pension'], story('Pension funds back halls'))).toBe('pension')
    expect(wordOf(['音声'], story('A speech model', [], ['音声モデルを公開']))).toBe('音声')
    expect(wordOf(['柔佛'], story('Pension funds back halls', ['johor']))).toBe('柔佛')
    expect(wordOf(['halden'], story('Two funds', ['halden-compute']))).toBe('halden')
    expect(wordOf(['nowhere', 'two'], story('Two funds', ['nobody-known']))).toBe('two')
    expect(wordOf(['hall', 'fund', 'halden johor'], story('Two funds', ['halden-compute', 'johor']))).toBeUndefined()
    expect(wordOf([], story('Two funds'))).toBeUndefined()
  })

  test('two words do not meet across headline and name', () => {
    expect(wordOf(['funds halden'], story('Two funds', ['halden-compute']))).toBeUndefined()
  })
})

test('a reader’s own words hide nothing that is asked for by name; those of the address do', () => {
  expect(wordsInForce({ askedFor: ['Musk and Mars'] }, ['musk', 'crypto'])).toEqual(['crypto'])
  expect(wordsInForce({ askedFor: ['Musk'], hide: ['MUSK'] }, ['musk', 'crypto'])).toEqual(['crypto', 'MUSK'])
  expect(wordsInForce({ hide: ['Crypto'] }, ['crypto'])).toEqual(['Crypto'])
  expect(wordsInForce({}, [])).toEqual([])
})
