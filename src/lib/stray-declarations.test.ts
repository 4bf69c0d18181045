import { expect, test } from 'vitest'
import { escapeStrayDeclarations } from './stray-declarations.ts'

test.each([
  [`<!' <a href="/b">b</a>`, `&lt;!' <a href="/b">b</a>`],
  ['a <! b', 'a &lt;! b'],
  ['a <!', 'a &lt;!'],
  [' <!DOCTYPE ', ' &lt;!DOCTYPE '],
  ['<b>a</b> <!ELEMENT', '<b>a</b> &lt;!ELEMENT'],
  ['<!DOCTYPE html><p>a', '<!DOCTYPE html><p>a'],
  ['<!-- a', '<!-- a'],
  ['a<!-- b -->c<![CDATA[d]]><![if !IE]>', 'a<!-- b -->c<![CDATA[d]]><![if !IE]>'],
])('%s', (html, expected) => {
  expect(escapeStrayDeclarations(html)).toBe(expected)
  expect(escapeStrayDeclarations(expected)).toBe(expected)
})
