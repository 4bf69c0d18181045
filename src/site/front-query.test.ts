import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DEFAULT_WEIGHTS, parseWeights } from '../rank/weights.ts'
import { STORY_KINDS } from '../story/types.ts'
import { type FrontQuery, frontPath, hasFilter, readFrontQuery } from './front-query.ts'

const KNOWN = { hub: () => true, entity: () => true, weights: DEFAULT_WEIGHTS }

function read(path: string): FrontQuery {
  const parameters = new URL(path, 'http://x.example').searchParams
  return readFrontQuery((name) => parameters.getAll(name), KNOWN).query
}

const anyQuery = fc.record({
  kind: fc.option(fc.constantFrom(...STORY_KINDS), { nil: undefined }),
  tier: fc.option(fc.constantFrom(1 as const, 2 as const, 3 as const), { nil: undefined }),
  language: fc.option(fc.constantFrom('en', 'zh', 'zh-Hant', 'ja'), { nil: undefined }),
  entity: fc.option(fc.constantFrom('johor', 'a.b-c', 'x1'), { nil: undefined }),
  hub: fc.option(fc.constantFrom('hong-kong', 'johor'), { nil: undefined }),
  hours: fc.option(fc.integer({ min: 1, max: 720 }), { nil: undefined }),
  order: fc.option(fc.constantFrom('score' as const, 'newest' as const, 'independent' as const), { nil: undefined }),
  weights: fc.option(fc.constantFrom('authority:20', 'authority:20,freshness:0'), { nil: undefined }),
  page: fc.option(fc.integer({ min: 2, max: 1_000 }), { nil: undefined }),
})

test('every state is in the address and comes back from it', () => {
  fc.assert(
    fc.property(anyQuery, (query) => {
      expect(read(frontPath(query, { page: query.page }))).toEqual(query)
    }),
  )
})

test('any other change goes back to the first page', () => {
  expect(frontPath({ page: 4, kind: 'policy' }, { kind: 'tool' })).toBe('/?kind=tool')
  expect(frontPath({ page: 4, kind: 'policy' }, { kind: undefined })).toBe('/')
  expect(frontPath({ kind: 'policy' }, { page: 2 })).toBe('/?kind=policy&page=2')
})

test('whatever is written, it reads as a query whose address is stable', () => {
  const names = ['kind', 'tier', 'language', 'entity', 'hub', 'hours', 'order', 'weights', 'page']
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), fc.string({ maxLength: 300 })), (written) => {
      const { query } = readFrontQuery((name) => (Object.hasOwn(written, name) ? [written[name]!] : []), KNOWN)
      expect(read(frontPath(query, { page: query.page }))).toEqual(query)
    }),
  )
})

test.each([
  ['freshness:14,authority:20', '', 'authority:20'],
  ['freshness:14', '', undefined],
  // The site has none for freshness, a reader wants it as shipped.
  ['freshness:14', 'freshness:0', 'freshness:14'],
  ['freshness:0,kind-research:1', 'freshness:0', 'kind-research:1'],
])('weights %j on a site with %j are %j', (written, inForce, weights) => {
  const known = { ...KNOWN, weights: parseWeights(inForce) }
  expect(readFrontQuery((name) => (name === 'weights' ? [written] : []), known).query.weights).toBe(weights)
})

test('window, order and weights are no filter', () => {
  expect(hasFilter({ hours: 72, order: 'newest', weights: 'authority:20', page: 2 })).toBe(false)
  expect(hasFilter({ tier: 1 })).toBe(true)
})
