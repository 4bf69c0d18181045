import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { eldScores } from './eld-scores.ts'
import { NgramTable } from './ngram-table.ts'

interface Eld {
  detect(text: string): { getScores(): Record<string, number> }
}

const fileOf = (path: string) => fileURLToPath(new URL(path, import.meta.resolve('eld')))
const { eld } = createRequire(import.meta.url)(fileOf('./static.large.js')) as { eld: Eld }

/** As eld says it. */
function theirs(text: string): readonly (readonly [string, number])[] {
  const scores = Object.entries(eld.detect(text).getScores())
  return scores.map(([language, score]) => [language === 'no' ? 'nb' : language, score] as const)
}

const byLanguage = (scores: readonly (readonly [string, number])[]) =>
  Object.fromEntries(scores.map(([language, score]) => [language, Number(score.toFixed(9))]))

const TEXTS = [
  "The city's council doesn't plan a second centre ‘next year’, it said.",
  'L’Université de Montréal n’a pas dit pourquoi',
  'Die Straße führt über Köln; 42 Züge fahren täglich.',
  'Правительство объявило о новой программе',
  'सरकार ने नई योजना की घोषणा की',
  '人工智能大模型 and 東京都がAI拠点の整備計画を発表',
  'ستبني المدينة مركزا جديدا',
  "''`rock'n'roll` ''",
  'a b cc ddd eeee fffff',
  '😀 smile 😀 and 𝒜𝓑 letters beyond the plane',
  `${'word '.repeat(200)}never read`,
  'Donaudampfschifffahrtsgesellschaft'.repeat(4),
  '',
  ' ... 12 ',
]

test.each(TEXTS)('scores %j as eld does', (text) => {
  expect(byLanguage(eldScores(text))).toEqual(byLanguage(theirs(text)))
})

test('scores whatever is written as eld does', () => {
  const alphabet = fc.constantFrom(..."abcdefghijklmnopqrstuvwxyzéüñßøжшыяαβאب字が국 '’`.,-1 ".split(''))
  fc.assert(
    fc.property(fc.string({ unit: alphabet, maxLength: 60 }), (text) => {
      expect(byLanguage(eldScores(text))).toEqual(byLanguage(theirs(text)))
    }),
    { numRuns: 300 },
  )
})

test('best first, Norwegian by its code, a Turkish capital by its own small letter', () => {
  const scores = eldScores('Hva skjer når regjeringen legger fram sitt forslag?')
  expect(scores[0]?.[0]).toBe('nb')
  expect(scores.map(([, score]) => score)).toEqual(scores.map(([, score]) => score).sort((a, b) => b - a))
  // eld reads İ as i and a combining dot, which no Turkish n-gram has.
  expect(eldScores('İSTANBUL İÇİN')).toEqual(eldScores('istanbul için'))
})

test('reads quoted and bare n-grams, and says so where the text is no n-gram module', () => {
  const alphabet = [...new Array<string>(0x61).fill(' '), ...'abcdefghijklmnopqrstuvwxyz']
  alphabet[0x27] = "'"
  const { languages, table } = NgramTable.read(
    `x={languages:{0:'en',1:'de'},ngrams:{' the':{0:90,1:3},ab:{1:7},'\\'s ':{0:8}}}`,
    alphabet,
  )
  const bytes = (text: string) => [...text].reduce((sum, letter, at) => sum + letter.charCodeAt(0) * 2 ** (8 * at), 0)
  const listAt = (place: number) => [...table.weights.subarray(place + 1, place + 1 + 2 * table.weights[place]!)]
  expect([languages, table.size]).toEqual([['en', 'de'], 3])
  expect(listAt(table.find(bytes('the'), 1))).toEqual([0, 90, 1, 3])
  expect(listAt(table.find(bytes('ab'), 0))).toEqual([1, 7])
  expect(listAt(table.find(bytes("'s"), 2))).toEqual([0, 8])
  expect([table.find(bytes('the'), 0), table.find(bytes('none'), 0)]).toEqual([-1, -1])
  expect(() => NgramTable.read('export default {}', alphabet)).toThrow('no n-gram module')
})
