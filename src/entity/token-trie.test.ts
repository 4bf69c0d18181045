import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FoldedText } from './folded-text.ts'
import { NO_NODE, ROOT, TokenTrie } from './token-trie.ts'
import { Tokens } from './tokens.ts'
import { NO_TOKEN, Vocabulary } from './vocabulary.ts'

function path(...ids: number[]) {
  return { ids: Int32Array.from(ids), length: ids.length }
}

function walk(trie: TokenTrie, ids: readonly number[]): number {
  let node: number = ROOT
  for (const id of ids) {
    node = trie.step(node, id)
    if (node === NO_NODE) return NO_NODE
  }
  return node
}

test('paths share their beginnings', () => {
  const trie = new TokenTrie()
  const short = trie.add(path(1, 2))
  const long = trie.add(path(1, 2, 3))
  expect(trie.add(path(1, 2))).toBe(short)
  expect(trie.step(short, 3)).toBe(long)
  expect(trie.size).toBe(4)
  expect([trie.step(ROOT, 2), trie.step(long, 1), trie.step(ROOT, 99_999)]).toEqual([NO_NODE, NO_NODE, NO_NODE])
})

test('every path added is found again, past the first size of the tables, and no other', () => {
  const trie = new TokenTrie()
  const nodes = new Map<string, number>()
  for (let i = 1; i <= 60_000; i++) {
    const ids = [(i * 7_919) % 20_011 || 1, i % 997, i]
    nodes.set(ids.join(), trie.add(path(...ids)))
  }
  expect(new Set(nodes.values()).size).toBe(nodes.size)
  const lost = [...nodes].filter(([key, node]) => walk(trie, key.split(',').map(Number)) !== node)
  expect(lost).toEqual([])
  expect(walk(trie, [1, 2, 70_000])).toBe(NO_NODE)
})

const unitsOf = (word: string) => Uint16Array.from({ length: word.length }, (_, i) => word.charCodeAt(i))

test('a vocabulary numbers words from 1 and knows no other', () => {
  const words = fc.uniqueArray(fc.string({ unit: 'binary', minLength: 1, maxLength: 6 }), { minLength: 1 })
  fc.assert(
    fc.property(words, fc.string({ unit: 'binary', minLength: 1 }), (known, other) => {
      const vocabulary = new Vocabulary()
      known.forEach((word, i) => {
        expect(vocabulary.add(unitsOf(word), 0, word.length)).toBe(i + 1)
      })
      known.forEach((word, i) => {
        expect(vocabulary.find(unitsOf(`x${word}x`), 1, word.length + 1)).toBe(i + 1)
      })
      expect(vocabulary.size).toBe(known.length)
      if (!known.includes(other)) expect(vocabulary.find(unitsOf(other), 0, other.length)).toBe(NO_TOKEN)
    }),
    { numRuns: 50 },
  )
})

test('a vocabulary grows past its first tables', () => {
  const vocabulary = new Vocabulary()
  const folded = new FoldedText()
  const word = (i: number) => `word${'abcdefghij'.repeat(2)}${i}`
  for (let i = 0; i < 20_000; i++) vocabulary.add(folded.fold(word(i)).units, 0, folded.length)
  for (let i = 0; i < 20_000; i += 37) {
    expect(vocabulary.find(folded.fold(word(i)).units, 0, folded.length)).toBe(i + 1)
  }
})

test.each<[string, string[]]>([
  ['GPT-5.2 mini', ['gpt', '5.2', 'mini']],
  ['5. 5.2.1 .5', ['5', '.', '5.2.1', '.', '5']],
  ['Илонmusk', ['илон', 'musk']],
  ['香港AI실리콘', ['香', '港', 'ai', '실', '리', '콘']],
  ['a_b/c·d・e—f', ['a', 'b', 'c', 'd', 'e', '—', 'f']],
  ['👍x', ['👍', 'x']],
])('%s is read as tokens', (text, expected) => {
  const folded = new FoldedText().fold(text)
  const tokens = new Tokens().learn(folded, new Vocabulary())
  const written = Array.from({ length: tokens.length }, (_, i) => folded.slice(tokens.starts[i], tokens.ends[i]))
  expect(written).toEqual(expected)
})
