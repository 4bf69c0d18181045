import { describe, expect, test } from 'vitest'
import { type Candidate, candidatesOf } from './candidate.ts'
import { chooseSentences, repeats } from './choose-sentences.ts'
import { member } from './testing/member.ts'

/** One sentence of words `a b c` for each `family: a b c`; every word weighs 1. */
function sentences(...lines: readonly string[]): readonly Candidate[] {
  return lines.flatMap((line, index) => {
    const [family, text] = line.split(': ') as [string, string]
    return candidatesOf(member(index + 1, { family, text: `${text}.` }), 1)
  })
}
const words = 'ant bee cat dog eel fox gnu hen ibex jay kea lynx'.split(' ')
const weights = new Map(words.map((word) => [word, 1]))
const choose = (most: number, scores: readonly number[], lines: readonly string[]) =>
  chooseSentences(
    sentences(...lines).map((candidate, index) => ({ candidate, score: scores[index]! })),
    most,
    weights,
  ).map(({ text }) => text)

describe('chooseSentences', () => {
  test('takes the most central of each owner', () => {
    const lines = ['a: Ant bee', 'a: Cat dog', 'b: Eel fox', 'c: Gnu hen']
    expect(choose(4, [4, 3, 2.5, 2], lines)).toEqual(['Ant bee.', 'Eel fox.', 'Gnu hen.'])
  })

  test('takes two of an owner where there are fewer than three', () => {
    const lines = ['a: Ant bee', 'a: Cat dog', 'a: Eel fox', 'b: Gnu hen']
    expect(choose(4, [4, 3.5, 3, 2], lines)).toEqual(['Ant bee.', 'Cat dog.', 'Gnu hen.'])
  })

  test('passes by what was said, and prefers the new to the half-new', () => {
    const lines = ['a: Ant bee cat dog', 'b: Ant bee cat', 'c: Ant bee eel fox', 'd: Gnu hen ibex jay']
    // The third shares half of its weight with the first and pays 0.35 for it: 2.85 against 3.
    expect(choose(2, [4, 3.9, 3.2, 3], lines)).toEqual(['Ant bee cat dog.', 'Gnu hen ibex jay.'])
  })

  test('says the same figures once, and nobody’s “we” behind somebody else', () => {
    const lines = ['a: Ant 41 of 100 bee', 'b: Cat 100 and 41 dog', 'c: Eel our fox', 'd: Gnu hen']
    expect(choose(4, [4, 3.9, 3.8, 3], lines)).toEqual(['Ant 41 of 100 bee.', 'Gnu hen.'])
    expect(choose(1, [4], ['c: Eel our fox'])).toEqual(['Eel our fox.'])
  })

  test('says one telling figure once, where the words around it are alike', () => {
    const lines = ['a: Ant 6,300 bee cat', 'b: Bee 6,300 dog eel', 'c: Gnu 6,300 hen', 'd: Ant 12 ibex jay']
    expect(choose(4, [4, 3.9, 3.8, 3.7], lines)).toEqual(['Ant 6,300 bee cat.', 'Gnu 6,300 hen.', 'Ant 12 ibex jay.'])
  })

  test('stops where the next adds too little', () => {
    expect(choose(4, [4, 1.3, 1], ['a: Ant', 'b: Bee', 'c: Cat'])).toEqual(['Ant.'])
  })

  test('of nothing is nothing', () => {
    expect(choose(4, [], [])).toEqual([])
    expect(choose(0, [1], ['a: Ant'])).toEqual([])
  })
})

test('repeats: more than half of the lighter sentence', () => {
  const [long, short, half, none] = sentences('a: Ant bee cat dog', 'b: Ant bee', 'c: Ant eel', 'd: Zebu') as [
    Candidate,
    Candidate,
    Candidate,
    Candidate,
  ]
  expect(repeats(long, short, weights)).toBe(true)
  expect(repeats(long, half, weights)).toBe(false)
  expect(repeats(none, none, weights)).toBe(false)
})
