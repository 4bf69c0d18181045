import { describe, expect, test } from 'vitest'
import { wordsAsWritten, wordsInAnyCase } from './beat-words.ts'

describe('words in any case', () => {
  const words = wordsInAnyCase([
    'apple',
    'open-air',
    'cider press',
    '*berry',
    'prun*',
    'C++',
    'élan',
    '苹果',
    'แอปเปิล',
    '사과-밭',
    '果汁SKU',
  ])

  test.each<[string, string[]]>([
    ['Apples and an APPLE, no pineapple', ['Apples', 'APPLE']],
    ['applesauce', []],
    ['open-air, open air and openair', ['open-air', 'open air', 'openair']],
    ['Two cider presses', []],
    ['A cider press; cider presss', ['cider press', 'cider presss']],
    ['Strawberry and berry, berries', ['Strawberry', 'berry']],
    ['Prune, pruning', ['Prune', 'pruning']],
    ['written in C++', ['C++']],
    ['Élan, élans', ['Élan', 'élans']],
    ['红苹果树', ['苹果']],
    ['ขายแอปเปิลแดง', ['แอปเปิล']],
    ['사과밭과 사과 밭', ['사과밭', '사과 밭']],
    ['新果汁sku上市', ['果汁sku']],
    ['', []],
  ])('%s', (text, found) => {
    expect([...words.find(text)].sort()).toEqual([...found].sort())
  })

  test('finds nothing where there are no words', () => {
    expect(wordsInAnyCase([]).find('apple')).toEqual([])
    expect(wordsAsWritten([]).find('apple')).toEqual([])
  })
})

describe('words as written', () => {
  const names = wordsAsWritten(['IA', 'GPT*', 'A.I.'])

  test.each<[string, string[]]>([
    ['IA, ia, IAs', ['IA', 'IAs']],
    ['MEDIA', []],
    ['GPT-5 and GPT4o', ['GPT', 'GPT4o']],
    ['A.I.', ['A.I.']],
    ['AXIX', []],
    ['用IA写诗', ['IA']],
    ['IA를 쓰다', ['IA']],
  ])('%s', (text, found) => {
    expect(names.find(text)).toEqual(found)
  })
})
