import fc from 'fast-check'
import { Parser } from 'htmlparser2'
import { expect, test } from 'vitest'
import { escapeHtml } from './escape-html.ts'

/** What a parser reads of text between tags, and of attributes in quotes of both kinds. */
function readBack(markup: string, xmlMode: boolean): readonly string[] {
  const read = ['', '', '']
  const parser = new Parser(
    {
      onopentag: (_, { a = '', b = '' }) => read.splice(1, 2, a, b),
      ontext: (text) => {
        read[0] += text
      },
    },
    { xmlMode, decodeEntities: true },
  )
  parser.end(markup)
  return read
}

test('what is escaped is read back as it was, in HTML and in XML, as text and in attributes', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'&<>"\'#;apos39 x\u00e9'), maxLength: 30 }), (text) => {
      const escaped = escapeHtml(text)
      const markup = `<p a="${escaped}" b='${escaped}'>${escaped}</p>`
      for (const xmlMode of [false, true]) expect(readBack(markup, xmlMode)).toEqual([text, text, text])
    }),
  )
})

test('an apostrophe is written so that every HTML reads it too', () => {
  expect(escapeHtml(`"it's" <&>`)).toBe('&quot;it&#39;s&quot; &lt;&amp;&gt;')
})
