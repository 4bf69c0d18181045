import fc from 'fast-check'
import { expect, test } from 'vitest'
import { humpEdges } from './find-tags.ts'

function words(tag: string): string[] {
  const edges = humpEdges(tag)
  return edges.slice(1).map((end, i) => tag.slice(edges[i], end))
}

test.each<[string, string[]]>([
  ['GreaterBayArea', ['Greater', 'Bay', 'Area']],
  ['OpenAIDevDay2026', ['Open', 'AI', 'Dev', 'Day', '2026']],
  ['AISupercomputingCentre', ['AI', 'Supercomputing', 'Centre']],
  ['hongkong', ['hongkong']],
  ['GPT5', ['GPT', '5']],
  ['ÉcoleIA', ['École', 'IA']],
  ['ИлонМаск', ['Илон', 'Маск']],
  ['a_b', ['a', '_', 'b']],
  ['', []],
])('%s', (tag, expected) => {
  expect(words(tag)).toEqual(expected)
})

test('the words put together are the tag', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'aBcD1_éÉ') }), (tag) => words(tag).join('') === tag))
})
