import { expect, test, vi } from 'vitest'
import { cpuMs } from '../../lib/testing/cpu-ms.ts'
import { letterFrom } from './letter.ts'

// On a machine that does much else a second of work can take many.
vi.setConfig({ testTimeout: 60_000 })

const SENDER = 'letter@press.example'
const HEAD = `From: Press <${SENDER}>\r\nMessage-ID: <1@press.example>\r\nSubject: Good\r\n`
const fill = (piece: string, length = 5_000_000) => piece.repeat(Math.ceil(length / piece.length))
const read = (text: string) => letterFrom(SENDER, Buffer.from(text, 'latin1'))

test.each([
  ['letters within letters', `${HEAD}${fill('Content-Type: message/rfc822\r\n\r\nFrom: a@b\r\n')}\r\nText`],
  [
    'nested parts',
    HEAD +
      Array.from(
        { length: 5_000 },
        (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`,
      ).join(''),
  ],
  [
    'parts',
    `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n${fill('--b\r\nContent-Type: text/html\r\n\r\n<p>x</p>\r\n')}`,
  ],
  ['parts without headers', `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n${fill('--b\r\n\r\nx\r\n')}`],
  ['empty parts', `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n${fill('--b\r\n')}`],
  ['line ends', `${HEAD}Content-Type: text/html\r\n\r\n${fill('\n')}`],
  ['lines', `${HEAD}Content-Type: text/plain; format=flowed; delsp=yes\r\n\r\n${fill('> > > x \r\n', 1_300_000)}`],
  ['headers', `${HEAD}${fill('X-A: b\r\n')}\r\nText`],
  ['words in code', `From: ${SENDER}\r\nSubject: ${fill('=?utf-8?B?YQ==?= ')}\r\n\r\nText`],
  ['addresses', `From: ${fill('a@b.example, ')}${SENDER}\r\n\r\nText`],
  ['comments', `From: ${fill('((((')}${SENDER}\r\n\r\nText`],
  ['parameters', `${HEAD}Content-Type: text/html${fill('; a*0*=b')}\r\n\r\n<p>x</p>`],
  [
    'a boundary',
    `${HEAD}Content-Type: multipart/mixed; boundary="${fill('b', 300_000)}"\r\n\r\n--${fill('b', 300_000)}\r\n\r\nx`,
  ],
  ['tables', `${HEAD}Content-Type: text/html\r\n\r\n${fill('<table><tr><td>')}`],
  ['links', `${HEAD}Content-Type: text/html\r\n\r\n${fill('<a <a <a <a <a href="http://a"', 60_000)}`],
])('a bomb of %s costs little time and memory', async (_what, letter) => {
  const before = process.memoryUsage().rss
  const started = cpuMs()
  await read(letter)
  expect(cpuMs() - started).toBeLessThan(4_000)
  expect(process.memoryUsage().rss - before).toBeLessThan(300_000_000)
})

test.each([
  ['a name that looks like the sender', `From: ${SENDER} <evil@other.example>`],
  ['a second sender', `From: evil@other.example\r\nFrom: ${SENDER}`],
  ['the sender as reply address', `From: evil@other.example\r\nReply-To: ${SENDER}`],
])('%s makes it no letter of the sender', async (_what, from) => {
  expect(await read(`${from}\r\nSubject: x\r\n\r\nText`)).toBeUndefined()
})

test('a letter that carries another has its own text', async () => {
  const inner = `Content-Type: message/rfc822\r\n\r\nFrom: evil@other.example\r\nSubject: Evil\r\n\r\nOther text`
  const parts = `--b\r\nContent-Type: text/plain\r\n\r\nOwn text\r\n--b\r\n${inner}\r\n--b--`
  const entry = await read(`${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n${parts}`)
  expect(entry).toMatchObject({ title: 'Good', content: expect.stringContaining('Own text') })
  expect(entry?.content).not.toContain('Other text')
})

test('a letter with 9 MB of pictures in base64 is read', async () => {
  const picture = fill(`${'QUJD'.repeat(19)}\r\n`, 9_000_000)
  const parts = `--b\r\nContent-Type: text/html\r\n\r\n<p>Own text</p>\r\n--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\n${picture}--b--`
  const entry = await read(`${HEAD}Content-Type: multipart/related; boundary=b\r\n\r\n${parts}`)
  expect(entry?.content).toContain('Own text')
})

test.each([
  ['its page', 'https://press.example/letter/1', 'https://press.example/letter/1'],
  ['nothing of its reader', 'https://press.example/unsubscribe?id=7', undefined],
  ['what is no page', 'ftp://press.example/letter/1', undefined],
])('a letter links to %s', async (_what, archived, link) => {
  expect((await read(`${HEAD}Archived-At: <${archived}>\r\n\r\nText`))?.link).toBe(link)
})
