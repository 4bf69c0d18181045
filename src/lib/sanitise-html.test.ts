import fc from 'fast-check'
import { Parser } from 'htmlparser2'
import { describe, expect, test } from 'vitest'
import { escapeHtml } from './escape-html.ts'
import { plainText } from './plain-text.ts'
import { safeLink, sanitiseHtml } from './sanitise-html.ts'
import { cpuMs } from './testing/cpu-ms.ts'

/** Our own vectors, by the trick each plays. */
const HOSTILE = [
  '<script>alert(1)</script>',
  '<ScRiPt src=//evil.example/x.js></sCrIpT>',
  '<img src=x onerror=alert(1)>',
  '<p onclick="alert(1)" style="position:fixed">x</p>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="  jAvA\tscript:alert(1)">x</a>',
  '<a href="java&#x0A;script:alert(1)">x</a>',
  '<a href="&#106;avascript:alert(1)">x</a>',
  '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  '<a href="vbscript:msgbox(1)">x</a>',
  '<a href="blob:https://a.example/1">x</a>',
  '<svg><script>alert(1)</script></svg>',
  '<svg onload=alert(1)>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
  '<iframe src="https://evil.example"></iframe>',
  '<object data="x"></object><embed src="x">',
  '<form action="/x"><input name=a><button>go</button></form>',
  '<base href="https://evil.example/">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example">',
  '<link rel=stylesheet href=//evil.example>',
  '<style>@import "//evil.example"</style>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<template><script>alert(1)</script></template>',
  '<textarea><script>alert(1)</script></textarea>',
  '<title><img src=x onerror=alert(1)></title>',
  '<a href="https://a.example" target=_blank onmouseover=alert(1)>x</a>',
  '<p id="getElementById" name="body" class="x">x</p>',
  '<!--[if IE]><script>alert(1)</script><![endif]-->',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<<script>alert(1)//<</script>',
  '<p><a href="https://a.example/&quot;onclick=&quot;alert(1)">x</a></p>',
  '<video src=x onerror=alert(1)></video><audio autoplay></audio>',
  '<td background="javascript:alert(1)">x</td>',
  '<blockquote cite="javascript:alert(1)">x</blockquote>',
  '<time datetime="&quot; onload=alert(1)">x</time>',
  '<p>\u0000<scr\u0000ipt>alert(1)</scr\u0000ipt></p>',
]

const ELEMENTS = new Set(
  'a abbr b blockquote br cite code dd del dl dt em figcaption figure h2 h3 h4 h5 h6 hr i ins kbd li mark ol p pre q rp rt ruby s samp small strong sub sup table tbody td tfoot th thead time tr u ul var div'.split(
    ' ',
  ),
)

/** What is in a result that our pages must not show. */
function faults(html: string): readonly string[] {
  const found: string[] = []
  const parser = new Parser({
    onopentag(name, attributes) {
      if (!ELEMENTS.has(name)) found.push(`<${name}>`)
      for (const [attribute, value] of Object.entries(attributes)) {
        const isLink = name === 'a' && attribute === 'href' && /^(?:https?:\/\/|mailto:)/.test(value)
        const isOther =
          (name === 'a' && attribute === 'rel') ||
          (name === 'time' && attribute === 'datetime') ||
          /^(?:col|row)span$/.test(attribute)
        if (!isLink && !isOther) found.push(`${name}[${attribute}=${value}]`)
      }
    },
    oncomment: (comment) => found.push(`<!--${comment}`),
  })
  parser.end(html)
  return found
}

describe('sanitiseHtml', () => {
  test.each(HOSTILE)('leaves nothing active of %s', (html) => {
    expect(faults(sanitiseHtml(html))).toEqual([])
    expect(faults(sanitiseHtml(`<div>before ${html} after</div>`, 'https://a.example/'))).toEqual([])
  })

  test('whatever is put together, nothing active is left and twice is the same', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...HOSTILE,
        '<p>',
        '</p>',
        '<b>',
        '"',
        "'",
        '<',
        '>',
        '&lt;',
        '<!--',
        '-->',
        '\u2028',
        'e',
        '\u0301',
        '\u0338',
        '</a>',
        '<x-y>',
        '<table>',
        '<!',
      ),
      fc.string(),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const once = sanitiseHtml(pieces.join(''))
        expect(faults(once)).toEqual([])
        expect(sanitiseHtml(once)).toBe(once)
        expect(plainText(sanitiseHtml(once))).toBe(plainText(once))
      }),
      {
        numRuns: 300,
        examples: [
          [['<script>alert(1)</script>', '&#1']],
          [['<p>', '<math><mtext><table>']],
          [['<p>', '<x-y><table>a']],
          [['a</a>\u0301']],
          [['<b>', '\u0338x</b>']],
        ],
      },
    )
  })

  test('links are absolute and marked', () => {
    expect(sanitiseHtml('<a href="/b?x=1&amp;y=2">b</a>', 'https://a.example/c/')).toBe(
      '<a href="https://a.example/b?x=1&amp;y=2" rel="nofollow noopener">b</a>',
    )
    expect(sanitiseHtml('<p><a href="/b">b</a></p>')).toBe('<p><a>b</a></p>')
  })

  test('plain text becomes escaped paragraphs', () => {
    expect(sanitiseHtml('a < b\nc\n\nd & e')).toBe('<p>a &lt; b<br />c</p>\n<p>d &amp; e</p>')
  })

  test('keeps structure', () => {
    const html =
      '<h2>Head</h2><p>Some <strong>bold</strong> text</p><ul><li>one</li></ul><table><tr><td colspan="2">x</td></tr></table>'
    expect(sanitiseHtml(html)).toBe(html)
  })

  test('deep nesting and large input take bounded time', () => {
    const startedAt = cpuMs()
    sanitiseHtml('<div>'.repeat(200_000))
    sanitiseHtml('<b><p>'.repeat(150_000))
    sanitiseHtml('x '.repeat(500_000))
    expect(cpuMs() - startedAt).toBeLessThan(10_000)
  })
})

test.each([
  ['https://a.example/x', undefined, 'https://a.example/x'],
  ['mailto:a@b.example', undefined, 'mailto:a@b.example'],
  ['x', 'https://a.example/y/', 'https://a.example/y/x'],
  ['//b.example/', 'https://a.example/', 'https://b.example/'],
  ['javascript:alert(1)', 'https://a.example/', undefined],
  ['file:///etc/passwd', undefined, undefined],
  ['x', undefined, undefined],
])('safeLink %s', (href, base, expected) => {
  expect(safeLink(href, base)).toBe(expected)
})

test('escapeHtml', () => {
  expect(escapeHtml(`<a b="c" d='e'>&`)).toBe('&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;')
})
