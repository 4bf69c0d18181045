import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writtenAddress } from './written-address.ts'

test.each([
  ['https://a.example/%C3%80', 'À', 'https://a.example/À'],
  ['https://a.example/%E9%A6%99%E6%B8%AF?q=%E6%B8%AF', '/香港?q=港', 'https://a.example/香港?q=港'],
  ['https://a.example/%22', 'https://a.example/"', 'https://a.example/"'],
  // As the publisher wrote it: already encoded.
  ['https://a.example/%C3%80', '/%C3%80', 'https://a.example/%C3%80'],
  // Only the base was encoded.
  ['https://a.example/%C3%80/b', 'b', 'https://a.example/%C3%80/b'],
  // What turns a line around, or is not seen, stays encoded.
  ['https://a.example/%E2%80%AE', '/\u202e', 'https://a.example/%E2%80%AE'],
  ['https://a.example/%E3%80%80', '/\u3000', 'https://a.example/%E3%80%80'],
  ['https://a.example/%FF', '/x', 'https://a.example/%FF'],
])('%s written %s', (href, written, expected) => {
  expect(writtenAddress(href, written)).toBe(expected)
})

test('leads to the same page', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (path) => {
      const base = 'https://a.example/'
      if (!URL.canParse(path, base)) return
      const { href, protocol } = new URL(path, base)
      if (protocol === 'https:') expect(new URL(writtenAddress(href, path), base).href).toBe(href)
    }),
    { numRuns: 200 },
  )
})
