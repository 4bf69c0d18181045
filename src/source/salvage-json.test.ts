import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cpuMs } from '../lib/testing/cpu-ms.ts'
import { parseJsonLeniently } from './salvage-json.ts'

test.each([
  ['{"items":[{"a":1},{"b":2},{"c"', { items: [{ a: 1 }, { b: 2 }] }],
  ['[{"a":"}"},{"b":"\\"]"},{', [{ a: '}' }, { b: '"]' }]],
  ['{"items":[{"a":1}],"next":', { items: [{ a: 1 }] }],
  ['[{"a":[{"x":1},{"y":2},', undefined],
  ['{"a":', undefined],
  ['[}', undefined],
])('%s', (text, value) => {
  if (value === undefined) expect(() => parseJsonLeniently(text)).toThrow(SyntaxError)
  else expect(parseJsonLeniently(text)).toEqual({ value, isSalvaged: true })
})

test('cut anywhere, what is kept is a beginning of the list', () => {
  const list = [{ a: 'x"y' }, { b: [{ c: 1 }] }, { d: { e: [] } }]
  const text = JSON.stringify({ items: list })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: text.length }), (at) => {
      try {
        const { value } = parseJsonLeniently(text.slice(0, at)) as { value: { items: unknown[] } }
        expect(value.items).toEqual(list.slice(0, value.items.length))
      } catch (error) {
        expect(error).toBeInstanceOf(SyntaxError)
      }
    }),
  )
})

test('a megabyte of brackets is refused in time', () => {
  const startedAt = cpuMs()
  expect(() => parseJsonLeniently('['.repeat(1_000_000))).toThrow()
  expect(() => parseJsonLeniently(`[${'{},'.repeat(300_000)}`)).not.toThrow()
  expect(cpuMs() - startedAt).toBeLessThan(5_000)
})

test('what is whole is not said to be salvaged', () => {
  expect(parseJsonLeniently('{"items":[]}')).toEqual({ value: { items: [] }, isSalvaged: false })
})
