import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findWebAddresses } from './web-addresses.ts'

test.each([
  ['see https://a.example/x?y=z#w now', ['https://a.example/x?y=z#w']],
  ['WWW.A.example, gemini://b', ['WWW.A.example,', 'gemini://b']],
  ['在https://a.example/x发布', ['https://a.example/x']],
  ['(https://a.example/x)OpenAI', ['https://a.example/x']],
  ['<a href="https://a.example">b</a>', ['https://a.example']],
  ['https://a.example/https://b.example', ['https://a.example/https://b.example']],
  ['https://', ['https://']],
  ['a.example and // and www and awww.b', []],
])('%s', (text, addresses) => {
  expect(findWebAddresses(text).map(([start, end]) => text.slice(start, end))).toEqual(addresses)
})

test('ranges ascend without overlap and hold no space', () => {
  const part = fc.oneof(fc.constantFrom('http://', 'www.', ' ', '://', 'a'), fc.string())
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const text = parts.join('')
      let last = 0
      for (const [start, end] of findWebAddresses(text)) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(text.slice(start, end)).toMatch(/^\S+$/)
        last = end
      }
    }),
  )
})
