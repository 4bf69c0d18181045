import { expect, test } from 'vitest'
import { facetMatcher } from './facet-matcher.ts'
import { foldSentence } from './fold-sentence.ts'

const find = facetMatcher([
  { id: 'talent', keywords: { en: ['university', 'paper', 'engineers', 'campus'] } },
  { id: 'trade', keywords: { 'zh-Hans': ['跨境', '电商', '港口'] } },
])
const found = (sentence: string) => find(foldSentence(sentence)).map(({ facet, weight }) => [facet, weight])

test.each([
  ['one weak word', 'A university.', [['talent', 1]]],
  ['its plural', 'Many papers.', [['talent', 1]]],
  ['a weak word that ends in s itself', 'Many engineers.', [['talent', 1]]],
  ['a strong word that ends in s', 'A campus.', [['talent', 2]]],
])('weighs %s', (_what, sentence, expected) => {
  expect(found(sentence)).toEqual(expected)
})

test('says where the words stand', () => {
  expect(find(foldSentence('A campus here'))).toEqual([{ facet: 'talent', at: 2, end: 8, weight: 2 }])
})

test('passes over words that are part of the name of another thing, and none beside it', () => {
  expect(found('港口跨境电商港口')).toEqual([
    ['trade', 2],
    ['trade', 2],
  ])
  expect(found('跨境港口')).toHaveLength(2)
})
