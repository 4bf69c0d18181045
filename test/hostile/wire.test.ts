import { readFileSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { until } from '../run/auspex-process.ts'
import { type HostileProgram, startHostileProgram } from './hostile-program.ts'

// What no HTTP library would send: bytes on the wire, written by hand. Each feed is a host of its own, so that each has its own robots.txt.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const MOST_MEMORY_MB = 700
const GOOD =
  '<rss version="2.0"><channel><title>F</title><item><guid>1</guid><title>Good entry</title></item></channel></rss>'

type Wire = (socket: Socket, path: string) => void

const http = (body: string | Uint8Array, headers = '', status = '200 OK'): Buffer =>
  Buffer.concat([
    Buffer.from(
      `HTTP/1.1 ${status}\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n${headers}\r\n`,
    ),
    Buffer.from(body),
  ])
const says =
  (bytes: string | Uint8Array): Wire =>
  (socket) =>
    socket.end(bytes)
const good = (headers: string) => says(http(GOOD, headers))
const redirect = (location: string) => says(http('', `location: ${location}\r\n`, '302 Found'))

/** Again and again, as fast as it is taken. */
const without =
  (end: string, start = ''): Wire =>
  (socket) => {
    socket.write(start)
    const more = () => {
      while (!socket.destroyed && socket.write(end));
    }
    socket.on('drain', more)
    more()
  }
const drip =
  (start: string, piece: string): Wire =>
  (socket) => {
    socket.write(start)
    const timer = setInterval(() => (socket.destroyed ? clearInterval(timer) : socket.write(piece)), 100)
  }
/** Another answer to `/robots.txt`, `/.well-known/tdmrep.json` than to the feed. */
const beside =
  (path: string, answer: Wire): Wire =>
  (socket, asked) =>
    asked === path ? answer(socket, asked) : good('')(socket, asked)

const OK = 'HTTP/1.1 200 OK\r\n'
const BROKEN =
  /the answer is not proper HTTP|another length than its header says|broke off the connection|no usable answer|headers of the answer are too long/
const REFUSED = /refused for safety/
const LATE = /no full answer within 2 seconds|did not answer in time|stopped in the middle/
const READ = /Good entry/
const TOO_LONG = /the answer is longer than 2 MB/

/** What each feed sends, and what its page must say. */
const FEEDS: Readonly<Record<string, readonly [Wire, RegExp]>> = {
  'long-header': [says(`${OK}x: ${'y'.repeat(200_000)}\r\n\r\n`), BROKEN],
  'many-headers': [says(`${OK}${'x: y\r\n'.repeat(50_000)}\r\n`), BROKEN],
  'endless-headers': [without('x: y\r\n'.repeat(1_000), OK), BROKEN],
  'slow-headers': [drip(OK, 'x: y\r\n'), LATE],
  'slow-status': [drip('HTTP', '/'), /./],
  'endless-hints': [
    without('HTTP/1.1 103 Early Hints\r\nlink: <x>\r\n\r\n'.repeat(100)),
    /broke off|no full answer|not proper HTTP|no usable answer/,
  ],
  'no-status': [says('hello\r\n\r\n'), BROKEN],
  'old-http': [says(GOOD), BROKEN],
  'odd-status': [says(http('', '', '999 Odd')), /the server answered 999/],
  'zero-status': [says(http('', '', '000 Zero')), /the server answered 0|not proper HTTP|no usable answer/],
  'two-lengths': [says(`${OK}content-length: 5\r\ncontent-length: 90\r\n\r\n${GOOD}`), BROKEN],
  'length-and-chunks': [
    says(
      `${OK}content-length: 5\r\ntransfer-encoding: chunked\r\n\r\n${GOOD.length.toString(16)}\r\n${GOOD}\r\n0\r\n\r\n`,
    ),
    /Good entry|not proper HTTP|another length than its header says/,
  ],
  'minus-length': [says(`${OK}content-length: -5\r\n\r\n${GOOD}`), BROKEN],
  'huge-length': [
    says(`${OK}content-length: 99999999999999999999\r\n\r\n${GOOD}`),
    /longer than 2 MB|not proper HTTP|another length than/,
  ],
  'bad-chunk': [says(`${OK}transfer-encoding: chunked\r\n\r\nzz\r\n${GOOD}`), BROKEN],
  'huge-chunk': [
    says(`${OK}transfer-encoding: chunked\r\n\r\nffffffffffffffff\r\n${GOOD}`),
    /not proper HTTP|broke off|no usable/,
  ],
  'endless-chunks': [without(`400\r\n${' '.repeat(1_024)}\r\n`, `${OK}transfer-encoding: chunked\r\n\r\n`), TOO_LONG],
  'empty-chunks': [drip(`${OK}transfer-encoding: chunked\r\n\r\n`, '1\r\n \r\n'), LATE],
  'chunk-words': [
    without(';x=y'.repeat(1_000), `${OK}transfer-encoding: chunked\r\n\r\n1`),
    /not proper HTTP|broke off|no usable|no full answer/,
  ],
  'no-content': [says('HTTP/1.1 204 No Content\r\n\r\n'), /but not with a feed: it is empty/],
  'part-only': [says(http(GOOD, 'content-range: bytes 0-9/99\r\n', '206 Partial Content')), READ],
  'never-changed': [says('HTTP/1.1 304 Not Modified\r\n\r\n'), /304/],
  'gzip-file': [says(http(gzipSync(GOOD), 'content-type: application/gzip\r\n')), READ],
  'gzip-file-bomb': [
    says(http(gzipSync(Buffer.alloc(50_000_000, ' ')), 'content-type: application/x-gzip\r\n')),
    /the answer is longer than 2 MB|no full answer within 2 seconds/,
  ],
  'other-compression': [good('content-encoding: zstd\r\n'), /compressed in a way that was not asked for: &quot;zstd/],
  'huge-etag': [good(`etag: "${'e'.repeat(30_000)}"\r\nlast-modified: ${'m'.repeat(20_000)}\r\n`), READ],
  'odd-etag': [good('etag: "\x80\xff\t"\r\n'), READ],
  'far-retry': [says(http('', 'retry-after: 99999999999999\r\n', '503 No')), /the server answered 503/],
  'odd-waits': [
    good(
      'cache-control: max-age=99999999999999999999\r\nretry-after: -5\r\nx-ratelimit-remaining: 0\r\nx-ratelimit-reset: never\r\n',
    ),
    READ,
  ],
  'odd-type': [good(`content-type: text/html; charset=${'x'.repeat(20_000)}\r\n`), READ],
  'odd-links': [good(`link: ${'<x>;rel=hub,'.repeat(2_000)}\r\n`), READ],
  'odd-base': [good('content-location: javascript:alert(1)\r\n'), READ],
  'to-nothing': [redirect(''), /redirects in a circle|no usable|answered 302/],
  'to-decimal': [redirect('http://2130706433/'), REFUSED],
  'to-hex': [redirect('http://0x7f.1/'), REFUSED],
  'to-octal': [redirect('http://0177.0.0.1/'), REFUSED],
  'to-zero': [redirect('http://0/'), REFUSED],
  'to-circled': [
    redirect(
      'http://①②⑦.⓪.⓪.①/'
        .split('')
        .map((c) => (c < '\x7f' ? c : encodeURIComponent(c)))
        .join(''),
    ),
    REFUSED,
  ],
  'to-mapped': [redirect('http://[::ffff:169.254.169.254]/'), REFUSED],
  'to-nat64': [redirect('http://[64:ff9b::7f00:1]/'), REFUSED],
  'to-6to4': [redirect('http://[2002:7f00:1::]/'), REFUSED],
  'to-unspecified': [redirect('http://[::]/'), REFUSED],
  'to-localhost': [redirect('http://LOCALHOST./'), REFUSED],
  'to-name': [redirect('http://a.localhost/'), REFUSED],
  'to-script': [redirect('javascript:alert(1)'), REFUSED],
  'to-text': [redirect('data:text/xml,<rss/>'), REFUSED],
  'to-user': [redirect('http://public.example@127.0.0.1:1/'), REFUSED],
  'to-port': [redirect('http://127.0.0.1:22/'), REFUSED],
  'robots-silent': [beside('/robots.txt', () => undefined), READ],
  'robots-endless': [beside('/robots.txt', without('Disallow: /\n'.repeat(1_000), `${OK}\r\nUser-agent: *\n`)), READ],
  'robots-circle': [beside('/robots.txt', redirect('/robots.txt')), READ],
  'robots-inside': [beside('/robots.txt', redirect('http://169.254.169.254/')), READ],
  'robots-slow-down': [beside('/robots.txt', says(http('User-agent: *\nCrawl-delay: 999999999'))), READ],
  'mining-silent': [beside('/.well-known/tdmrep.json', () => undefined), READ],
  'mining-bomb': [
    beside(
      '/.well-known/tdmrep.json',
      says(http(gzipSync(Buffer.alloc(50_000_000, '[')), 'content-encoding: gzip\r\n')),
    ),
    READ,
  ],
  'endless-refusal': [without('x'.repeat(1_000), 'HTTP/1.1 500 No\r\n\r\n'), /the server answered 500/],
  'endless-move': [
    without('x'.repeat(1_000), 'HTTP/1.1 302 Found\r\nlocation: http://169.254.169.254/\r\n\r\n'),
    REFUSED,
  ],
  'endless-trailers': [
    without('x: y\r\n'.repeat(1_000), `${OK}transfer-encoding: chunked\r\n\r\n1\r\n \r\n0\r\n`),
    /not proper HTTP|broke off|headers of the answer are too long|no usable/,
  ],
  'many-hints': [
    says(Buffer.concat([Buffer.from('HTTP/1.1 103 Early Hints\r\n\r\n'.repeat(20)), http(GOOD)])),
    /Good entry|no usable answer|not proper HTTP|broke off/,
  ],
  'switched-protocol': [
    says('HTTP/1.1 101 Switching Protocols\r\nupgrade: h2c\r\nconnection: upgrade\r\n\r\n'),
    /no usable answer|not proper HTTP|broke off|answered 101/,
  ],
  'second-answer': [
    says(Buffer.concat([http(GOOD), http('<rss><channel><item><title>Evil</title></item></channel></rss>')])),
    READ,
  ],
  'lone-returns': [says(`HTTP/1.1 200 OK\ncontent-length: ${GOOD.length}\n\n${GOOD}`), BROKEN],
  'folded-header': [good('x: a\r\n b\r\n\tc\r\n'), BROKEN],
  'twice-compressed': [
    says(http(gzipSync(gzipSync(Buffer.alloc(5_000_000, ' '))), 'content-encoding: gzip\r\n')),
    /the answer is longer than 2 MB|no full answer within 2 seconds/,
  ],
  'two-compressions': [good('content-encoding: gzip, gzip\r\n'), /compression of the answer is damaged/],
  'no-gzip': [good('content-encoding: gzip\r\n'), /compression of the answer is damaged/],
  'no-brotli': [good('content-encoding: br\r\n'), /compression of the answer is damaged/],
  'hollow-gzip': [
    says(http(Buffer.from([0x1f, 0x8b, 8, 0]), 'content-encoding: gzip\r\n')),
    /but not with a feed: it is empty/,
  ],
  members: [
    says(http(Buffer.concat(Array.from({ length: 5_000 }, () => gzipSync(' '))), 'content-encoding: gzip\r\n')),
    /but not with a feed: it is empty/,
  ],
  'odd-encoding': [good(`content-encoding: ${'x'.repeat(20_000)}\r\n`), /not asked for: &quot;x{80}&quot;/],
  'odd-cache': [
    good(
      'cache-control: max-age=-1, max-age=99999999999999999999, s-maxage=x, stale-while-revalidate=1e99\r\nexpires: never\r\nage: -5\r\n',
    ),
    READ,
  ],
  'odd-retry': [says(http('', 'retry-after: -1e99\r\n', '429 Slow')), /the server answered 429/],
  'odd-location': [redirect('http://[::1'), /refused for safety|no usable|redirects/],
  'nul-location': [redirect('http://169.254.169.254/\x01'), /refused for safety|not proper HTTP|no usable/],
  'long-location': [
    redirect(`http://a.example/${'x'.repeat(60_000)}`),
    /refused for safety|no usable|name|too long|not found/,
  ],
  'two-locations': [
    says(http('', 'location: http://169.254.169.254/\r\nlocation: http://10.0.0.1/\r\n', '301 Moved')),
    REFUSED,
  ],
  'to-backslash': [redirect('http:\\\\169.254.169.254\\'), REFUSED],
  'to-scoped': [redirect('http://[fe80::1%25eth0]/'), REFUSED],
  'to-compatible': [redirect('http://[::7f00:1]/'), REFUSED],
  'to-teredo': [redirect('http://[2001:0:7f00:1::]/'), REFUSED],
  'to-private-six': [redirect('http://[fd00::1]/'), REFUSED],
  'to-short': [redirect('http://127.1/'), REFUSED],
  'to-wide-dots': [redirect(`http://${encodeURIComponent('127。0。0。1')}/`), REFUSED],
  'to-ftp': [redirect('ftp://public.example/feed'), REFUSED],
  'to-blob': [redirect('blob:http://public.example/1'), REFUSED],
  'to-nowhere': [redirect('http://xn--a/'), /refused|name|no usable|not found|no address/],
  'robots-bomb': [
    beside('/robots.txt', says(http(gzipSync(Buffer.alloc(50_000_000, 'Allow: /\n')), 'content-encoding: gzip\r\n'))),
    READ,
  ],
  'robots-stars': [
    beside('/robots.txt', says(http(`User-agent: *\n${`Disallow: /${'*a'.repeat(500)}$\n`.repeat(400)}`))),
    READ,
  ],
  'json-deep': [
    says(
      http(
        `{"version":"https://jsonfeed.org/version/1","items":[{"id":"1","title":"Good entry","_x":${'['.repeat(400_000)}${']'.repeat(400_000)}}]}`,
      ),
    ),
    READ,
  ],
  'json-prototype': [
    says(
      http(
        '{"version":"https://jsonfeed.org/version/1","__proto__":{"items":1},"items":[{"__proto__":{"id":"x"},"constructor":1,"title":"Good entry"}]}',
      ),
    ),
    READ,
  ],
  'json-odd': [
    says(
      http(
        '{"version":"https://jsonfeed.org/version/1","items":[null,7,[],{"id":{},"title":[]},{"id":1e999,"title":"Good entry","date_published":-1e308,"authors":"x","tags":{}}]}',
      ),
    ),
    READ,
  ],
  marks: [
    says(
      http(
        `<rss><channel>${GOOD.slice(GOOD.indexOf('<item>'), GOOD.indexOf('</channel>'))}<item><title>a${'\u0345\u0301\u0323\u0f71\u0f74'.repeat(120_000)}</title></item></channel></rss>`,
      ),
    ),
    READ,
  ],
  namespaces: [
    says(
      http(
        GOOD.replace(
          '</channel>',
          `<item><title>x</title><description>${'<b xmlns="a">c</b>'.repeat(100_000)}</description></item></channel>`,
        ),
      ),
    ),
    READ,
  ],
  references: [
    says(
      http(
        GOOD.replace(
          '</channel>',
          `<item><title>x</title><description>${'&lt;'.repeat(480_000)}</description></item></channel>`,
        ),
      ),
    ),
    READ,
  ],
  'seven-bits': [
    says(
      http(
        `<?xml version="1.0" encoding="utf-7"?><rss><channel><item><title>Good entry +ADw-script+AD4-</title></item></channel></rss>`,
      ),
    ),
    READ,
  ],
  overlong: [
    says(
      http(
        Buffer.concat([
          Buffer.from('<rss><channel><item><title>Good entry '),
          Buffer.from([0xc0, 0xbc, 0xe0, 0x80, 0xbc]),
          Buffer.from('</title></item></channel></rss>'),
        ]),
      ),
    ),
    READ,
  ],
  'sitemap-circle': [
    (socket) =>
      socket.end(
        http(`<sitemapindex>${'<sitemap><loc>/sitemap-circle</loc></sitemap>'.repeat(20_000)}</sitemapindex>`),
      ),
    /without any entry|no sitemap|not with a feed/,
  ],
  'sitemap-inside': [
    says(http('<sitemapindex><sitemap><loc>http://169.254.169.254/</loc></sitemap></sitemapindex>')),
    /without any entry|sitemap/,
  ],
}

let server: Server
let program: HostileProgram
const sockets = new Set<Socket>()
const healthy: number[] = []

beforeAll(async () => {
  server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket))
    socket.once('data', (request: Buffer) => {
      const path = / (\S+)/.exec(request.toString('latin1'))?.[1] ?? ''
      const host = /^host: (\S+?):/im.exec(request.toString('latin1'))?.[1] ?? ''
      const wire = wireOf(host)
      if (wire === undefined && path === '/healthy') healthy.push(Date.now())
      ;(wire ?? good(''))(socket, path)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve))
  const { port } = server.address() as { port: number }
  const ids = [...Object.keys(FEEDS), 'healthy']
  const feeds = Object.fromEntries(ids.map((id, at) => [id, `http://127.1.0.${at + 1}:${port}/${id}`]))
  program = await startHostileProgram(
    feeds,
    ids.map((_, at) => `127.1.0.${at + 1}:${port}`),
  )
})

afterAll(async () => {
  await program?.stop()
  for (const socket of sockets) socket.destroy()
  server?.close()
})

function wireOf(host: string): Wire | undefined {
  return Object.values(FEEDS)[Number(host.split('.')[3]) - 1]?.[0]
}

const WITHIN_MS = 90_000

test.each(Object.entries(FEEDS))(
  '%s: its page says what happened',
  async (id, [, words]) => {
    const said = async () => (words.test(shown(await program.page(id))) ? true : undefined)
    await until(`the page of ${id} says ${words}`, said, WITHIN_MS)
  },
  WITHIN_MS + 10_000,
)

/** The page without what every page has. */
function shown(page: string): string {
  return page.slice(page.indexOf('<h1>'))
}

test('the healthy feed is read again and again meanwhile; memory stays bounded; no thread had to be started again', async () => {
  // Eight polls are half a minute of a quiet machine.
  await until(
    'the healthy feed was polled eight times',
    async () => (healthy.length >= 8 ? true : undefined),
    WITHIN_MS,
  )
  // Every other feed is asked for the first time between its first two polls: 18 s of a quiet machine. Later it waits 2 to 4 s.
  expect(Math.max(...healthy.slice(1).map((at, index) => at - healthy[index]!))).toBeLessThan(WITHIN_MS / 2)
  const status = readFileSync(`/proc/${program.auspex.child.pid}/status`, 'utf8')
  expect(Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1_000).toBeLessThan(MOST_MEMORY_MB)
  expect(program.auspex.output()).not.toMatch(/starts again|stopped:|Napi/)
})
