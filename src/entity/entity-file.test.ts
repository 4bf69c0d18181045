import { describe, expect, test } from 'vitest'
import { DataFileError } from '../lib/data-file-error.ts'
import { parseEntities } from './entity-file.ts'

const line = (fields: Record<string, unknown>) =>
  JSON.stringify({ type: 'company', names: { en: ['Acme'] }, salience: 2, ...fields })

function problemsOf(...lines: string[]): string[] {
  try {
    parseEntities(lines.join('\n'), 'people.jsonl')
    return []
  } catch (error) {
    expect(error).toBeInstanceOf(DataFileError)
    return (error as DataFileError).problems.map(({ line, field, problem }) => `${line} ${field}: ${problem}`)
  }
}

test('reads an entity, with absent lists empty and null as absent', () => {
  const [entity] = parseEntities(`\n${line({ id: 'acme', parent: null, hub: 'tokyo', versioned: true })}\n`, 'f')
  expect(entity).toEqual({
    id: 'acme',
    type: 'company',
    names: { en: ['Acme'] },
    parent: undefined,
    hub: 'tokyo',
    hashtags: [],
    ambiguous: [],
    context: [],
    caseSensitive: [],
    except: [],
    isVersioned: true,
    salience: 2,
  })
})

describe('names the line and the field of', () => {
  const ok = line({ id: 'ok', names: { en: ['Okay'] } })
  test.each<[string, string[], RegExp]>([
    ['no JSON', [ok, '{"id":'], /^2 undefined: is no JSON/],
    ['no object', ['[1]'], /^1 undefined: is no JSON object/],
    ['an id that is no id', [line({ id: 'Not Kebab' })], /^1 id: must be kebab case.*"Not Kebab"/],
    ['an id twice', [ok, line({ id: 'ok' })], /^2 id: "ok" is taken by line 1/],
    ['an unknown type', [line({ id: 'a', type: 'firm' })], /^1 type: must be one of company/],
    ['a salience out of range', [line({ id: 'a', salience: 4 })], /^1 salience: must be 1, 2 or 3/],
    ['an unknown parent', [line({ id: 'a', parent: 'nobody' })], /^1 parent: "nobody" is no entity/],
    ['a parent that is no id', [line({ id: 'a', parent: 7 })], /^1 parent: must be an id or null/],
    ['its own parent', [line({ id: 'a', parent: 'a' })], /^1 parent: leads back to itself/],
    ['a field misspelt', [line({ id: 'a', hashtag: [] })], /^1 hashtag: is no field/],
    ['a flag in words', [line({ id: 'a', versioned: 'true' })], /^1 versioned: must be true or false/],
    ['a flag that is a number', [line({ id: 'a', onBeat: 1 })], /^1 onBeat: must be true or false/],
    ['no names', [line({ id: 'a', names: [] })], /^1 names: must be an object/],
    ['no English name', [line({ id: 'a', names: { ja: ['ア'] } })], /^1 names\.en: is missing/],
    ['an empty list of names', [line({ id: 'a', names: { en: ['A1'], ja: [] } })], /^1 names\.ja: must have/],
    ['space around a name', [line({ id: 'a', names: { en: [' A'] } })], /^1 names\.en: must be a list of texts/],
    ['no language', [line({ id: 'a', names: { en: ['A1'], English: ['B'] } })], /^1 names\.English: is no language/],
    ['a name without letters', [line({ id: 'a', names: { en: ['A1', '--'] } })], /^1 names: "--" has no letter/],
    ['an ambiguous name that is none', [line({ id: 'a', ambiguous: ['B'], context: ['c'] })], /^1 ambiguous: "B"/],
    ['an ambiguous name without context', [line({ id: 'a', ambiguous: ['Acme'] })], /^1 context: is missing/],
    ['a case-sensitive name that is none', [line({ id: 'a', caseSensitive: ['ACME'] })], /^1 caseSensitive: "ACME"/],
  ])('%s', (_what, lines, problem) => {
    expect(problemsOf(...lines)).toEqual([expect.stringMatching(problem)])
  })
})

test('finds a cycle over several entities, on each of its lines only', () => {
  const lines = [
    line({ id: 'a', names: { en: ['A1'] }, parent: 'b' }),
    line({ id: 'b', names: { en: ['B1'] }, parent: 'c' }),
    line({ id: 'c', names: { en: ['C1'] }, parent: 'b' }),
  ]
  expect(problemsOf(...lines)).toEqual(['2 parent: leads back to itself', '3 parent: leads back to itself'])
})

test('lists every problem at once, in order of lines', () => {
  const message = /3 problems in f:\n {2}f, line 1, salience.*\n {2}f, line 2: is no JSON.*\n {2}f, line 3, parent/
  const lines = [line({ id: 'a', salience: 0 }), 'x', line({ id: 'b', names: { en: ['B1'] }, parent: 'z' })]
  expect(() => parseEntities(lines.join('\n'), 'f')).toThrow(message)
})

describe('a name of two entities', () => {
  const two = (a: Record<string, unknown>, b: Record<string, unknown>) =>
    problemsOf(line({ id: 'a', ...a }), line({ id: 'b', ...b }))
  const ambiguous = { ambiguous: ['Acme'], context: ['rocket'] }

  test('is refused', () => {
    expect(two({}, {})).toEqual([expect.stringMatching(/^2 names: "Acme" is a name of "a" too/)])
  })
  test('is refused in another case or script variant', () => {
    expect(two({}, { names: { en: ['ACME'] } })).toHaveLength(1)
    expect(two({ names: { en: ['A1'], ja: ['廣州'] } }, { names: { en: ['B1'], ja: ['广州'] } })).toHaveLength(1)
  })
  test('is allowed where ambiguous in both, not in one', () => {
    expect(two(ambiguous, ambiguous)).toEqual([])
    expect(two(ambiguous, {})).toHaveLength(1)
  })
  test('is allowed where case tells them apart', () => {
    const [upper, lower] = [
      { names: { en: ['AIM'] }, caseSensitive: ['AIM'] },
      { names: { en: ['Aim'] }, caseSensitive: ['Aim'] },
    ]
    expect(two(upper, lower)).toEqual([])
    expect(two(upper, { names: { en: ['Aim'] } })).toHaveLength(1)
  })
  test('is no clash within one entity', () => {
    expect(problemsOf(line({ id: 'a', names: { en: ['Acme', 'ACME'], ja: ['Acme'] } }))).toEqual([])
  })
})
