import { expect, test } from 'vitest'
import { boundedMarkup } from './bounded-markup.ts'

test('leaves pages as they are', () => {
  const page = `<div>${'<p>a<br>b</p>'.repeat(10_000)}</div>`
  expect(boundedMarkup(page)).toBe(page)
})

test('keeps only the text of what is nested beyond reason', () => {
  expect(boundedMarkup(`${'<div>'.repeat(3_000)}text <b>x</b>`).replace(/ +/g, ' ')).toBe(' text x ')
})
