import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { startEmbeddings } from '../../src/run/embedding/testing/embedding-server.ts'
import { hashed } from '../../src/story/testing/hashed-meaning.ts'
import { runAuspex } from '../run/auspex-process.ts'

const folder = mkdtempSync(join(tmpdir(), 'auspex-filters-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function fileOf(name: string, content: string): string {
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}

/** Runs a filter on standard input. */
async function filter(args: readonly string[], input: string): Promise<unknown[]> {
  const { code, stdout, stderr } = await runAuspex(args, input)
  expect([code, stderr]).toEqual([0, ''])
  return stdout.split('\n').flatMap((line) => (line ? [JSON.parse(line)] : []))
}

const lines = (...rows: unknown[]) => rows.map((row) => JSON.stringify(row)).join('\n')

const ATOM = `<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <id>tag:paper.example,2026:feed</id><title>The Paper</title><updated>2026-11-23T08:00:00+08:00</updated>
  <link href="https://paper.example/"/><author><name>Ada</name></author><subtitle>Daily</subtitle>
  <entry>
    <id>tag:paper.example,2026:1</id><title type="html">Chips &amp;amp; power</title><link href="/1"/>
    <published>Mon, 23 Nov 2026 07:30:00 +0800</published><updated>2026-11-23T08:00:00+08:00</updated>
    <author><name>Lin</name></author><summary>Short.</summary><content type="html">&lt;p onclick="x()"&gt;Long.&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;</content>
    <category term="chips"/><link rel="enclosure" href="/a.mp3" type="audio/mpeg" length="123"/>
  </entry>
</feed>`

describe('parse', () => {
  const expected = {
    feed: {
      id: 'tag:paper.example,2026:feed',
      title: 'The Paper',
      link: 'https://paper.example/',
      summary: 'Daily',
      author: 'Ada',
      language: 'en',
      updated: '2026-11-23T00:00:00.000Z',
      categories: [],
    },
    items: [
      {
        id: 'tag:paper.example,2026:1',
        title: 'Chips & power',
        link: 'https://paper.example/1',
        published: '2026-11-22T23:30:00.000Z',
        updated: '2026-11-23T00:00:00.000Z',
        author: 'Lin',
        summary: 'Short.',
        content: '<p>Long.</p>',
        language: 'en',
        categories: ['chips'],
        enclosures: [{ url: 'https://paper.example/a.mp3', type: 'audio/mpeg', length: 123 }],
      },
    ],
  }

  test('a file, with base and content type', async () => {
    const file = fileOf('feed.xml', ATOM)
    const args = ['parse', file, '--base', 'https://paper.example/feed', '--content-type', 'application/atom+xml']
    const { code, stdout } = await runAuspex(args)
    expect([code, JSON.parse(stdout)]).toEqual([0, expected])
  })

  test('standard input, by "-" and by nothing', async () => {
    const base = ['--base', 'https://paper.example/feed']
    const [dash, nothing] = await Promise.all([
      runAuspex(['parse', '-', ...base], ATOM),
      runAuspex(['parse', ...base], ATOM),
    ])
    expect(JSON.parse(dash.stdout)).toEqual(expected)
    expect(nothing.stdout).toBe(dash.stdout)
  })

  test('bytes in the encoding that the server names', async () => {
    const bytes = Buffer.from(ATOM.replace('The Paper', 'Le caf\u00e9'), 'latin1')
    const { stdout } = await runAuspex(['parse', '--content-type', 'application/atom+xml; charset=iso-8859-1'], bytes)
    expect(JSON.parse(stdout).feed.title).toBe('Le café')
  })

  test('the language that the server names, where the feed names none', async () => {
    const languageOf = async (xml: string) =>
      JSON.parse((await runAuspex(['parse', '--content-language', 'ko'], xml)).stdout).items[0].language
    expect(await languageOf('<rss><channel><item><title>x</title></item></channel></rss>')).toBe('ko')
    expect(await languageOf(ATOM)).toBe('en')
  })

  test('a feed cut off gives its whole entries and says so', async () => {
    const { code, stdout } = await runAuspex(['parse'], ATOM.replace('</feed>', '<entry><title>Ha'))
    expect([code, JSON.parse(stdout).salvaged, JSON.parse(stdout).items.length]).toEqual([0, true, 1])
  })

  test.each([
    ['a page', '<!doctype html><title>x</title>'],
    ['plain text', 'hello'],
    ['nothing', ''],
    ['JSON of another kind', '{"a":1}'],
  ])('%s is no feed', async (_, input) => {
    const { code, stdout } = await runAuspex(['parse'], input)
    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toEqual({ error: expect.stringMatching(/^\S.{10,}/) })
  })
})

describe('cluster', () => {
  const rows = [
    { id: 'a', title: 'Tessera unveils the T10 accelerator with 432 GB of HBM4', date: '2026-11-23T01:00:00Z' },
    { id: 'b', title: 'Floods close the port of Rotterdam for two days', date: '2026-11-23T01:10:00Z' },
    {
      id: 'c',
      title: 'Tessera T10 accelerator unveiled: 432 GB of HBM4',
      date: '2026-11-23T02:00:00Z',
      publisher: 'x',
    },
  ]

  test('labels in order, one a line', async () => {
    const [a, b, c] = (await filter(['cluster'], lines(...rows))) as { id: string; story: number }[]
    expect([a, b, c].map((row) => Object.keys(row!))).toEqual(Array(3).fill(['id', 'story']))
    expect([a!.id, b!.id, c!.id]).toEqual(['a', 'b', 'c'])
    expect(c!.story).toBe(a!.story)
    expect(b!.story).not.toBe(a!.story)
  })

  test('without dates and other fields, order alone', async () => {
    const bare = rows.map(({ id, title }) => ({ id, title }))
    const [a, b, c] = (await filter(['cluster', '-'], lines(...bare))) as { story: number }[]
    expect([c!.story === a!.story, b!.story === a!.story]).toEqual([true, false])
  })

  test('--receipts says why, --final keeps every line', async () => {
    const labelled = await filter(['cluster', '--final', '--receipts', fileOf('rows.jsonl', lines(...rows))], '')
    expect(labelled).toMatchObject([
      { id: 'a', receipt: { rule: 'opened' } },
      { id: 'b', receipt: { rule: 'opened' } },
      {
        id: 'c',
        receipt: { score: expect.any(Number), threshold: expect.any(Number), sharedTerms: expect.any(Array) },
      },
    ])
  })

  test('nothing in, nothing out', async () => {
    expect(await filter(['cluster'], '')).toEqual([])
  })

  test('says which fields it passes over, the first of many in full', async () => {
    const dates = ['soon', '2026-11-23', null, 1_763_856_000, '', 'a', 'b', '31 foo', 'c']
    const input = `\n${lines(...dates.map((date, id) => ({ id, title: 'Floods close the port', date })), { title: 'Floods', url: {} })}`
    const { code, stdout, stderr } = await runAuspex(['cluster'], input)
    expect([code, stdout.trim().split('\n')]).toEqual([0, expect.objectContaining({ length: 10 })])
    expect(stderr.split('\n')).toEqual([
      'auspex: Line 2: "date" cannot be read and is passed over: "soon"',
      'auspex: Line 5: "date" cannot be read and is passed over: 1763856000',
      ...['Line 7', 'Line 8', 'Line 9'].map((line) => expect.stringContaining(`${line}: "date"`)),
      'auspex: 2 more fields cannot be read and are passed over.',
      '',
    ])
  })

  test.each([
    ['no JSON', '{"id":1,"title":"A b c"}\n\n{bad', /Line 3: not JSON/],
    ['no object', '[1]', /Line 1: expected a JSON object/],
    ['no title', '\n\n{"id":1}', /Line 3: `title`/],
  ])('%s names the line', async (_, input, message) => {
    const { code, stderr, stdout } = await runAuspex(['cluster'], input)
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(message)
    expect(stderr).not.toMatch(/\bat .*\.js/)
  })
})

test('language', async () => {
  const input = lines(
    { id: 1, text: '香港擬建全港最大的超級電腦中心' },
    { id: 2, text: '香港拟建全港最大的超级计算中心' },
    { id: 3, text: '長文脈における精度劣化の評価' },
    { id: 'x', text: 'The company said on Monday that it would build two more halls' },
    { id: null, text: '', hint: 'ko' },
  )
  expect(await filter(['language'], `\ufeff${input}\n`)).toEqual([
    { id: 1, language: 'zh-Hant' },
    { id: 2, language: 'zh-Hans' },
    { id: 3, language: 'ja' },
    { id: 'x', language: 'en' },
    { id: null, language: expect.any(String) },
  ])
  const wrong = await runAuspex(['language'], '\n{"id":1,"text":7}')
  expect([wrong.code, wrong.stderr]).toEqual([1, 'auspex: Line 2: "text" should be text, got 7.\n'])
})

test('dates', async () => {
  expect(await filter(['dates'], 'Mon, 23 Nov 2026 08:00:00 +0800\r\n2026年11月23日\n\nno date\n')).toEqual([
    { input: 'Mon, 23 Nov 2026 08:00:00 +0800', instant: '2026-11-23T00:00:00.000Z' },
    { input: '2026年11月23日', instant: expect.stringMatching(/^2026-11-2[23]T/) },
    { input: '', instant: null },
    { input: 'no date', instant: null },
  ])
})

test('entities', async () => {
  const text = 'Nvidia ships more chips to Hong Kong'
  const [first, second] = (await filter(['entities'], lines({ id: 9, text, lang: 'en' }, { id: 10 }))) as {
    id: number
    entities: { entity: string; start: number; end: number }[]
  }[]
  expect(first!.entities.map(({ start, end }) => text.slice(start, end))).toEqual(['Nvidia', 'Hong Kong'])
  expect(first!.entities.map(({ entity }) => entity)).toEqual(['nvidia', 'hong-kong'])
  expect(second).toEqual({ id: 10, entities: [] })
})

test.each(['parse', 'cluster', 'language', 'dates', 'entities'])('%s of a file that is not there', async (command) => {
  const { code, stderr } = await runAuspex([command, join(folder, 'nowhere')])
  expect(code).toBe(1)
  expect(stderr).toMatch(/^auspex: Cannot read \S+nowhere: there is no such file or folder\.\n$/)
})

describe('extract', () => {
  const prose =
    'The city opened a second centre on Monday, officials said, and invited hospitals to apply for time on it. '
  const html = `<html lang="en"><head><title>Centre opens</title></head><body><article>${`<p>${prose}</p>`.repeat(8)}</article></body></html>`

  test('prints the article of a page', async () => {
    const file = fileOf('page.html', html)
    const { code, stdout } = await runAuspex(['extract', file, '--url', 'https://post.example/a?utm_source=x'])
    expect(code).toBe(0)
    const article = JSON.parse(stdout)
    expect(article).toMatchObject({ title: 'Centre opens', lang: 'en', canonicalUrl: 'https://post.example/a' })
    expect(article.text).toContain(prose.trim())
    expect(Object.keys(article)).not.toContain('language')
  })

  test('says what is no page, and ends with 1', async () => {
    const { code, stdout } = await runAuspex(['extract', '--url', 'https://post.example/a'], '{"a": 1}')
    expect([code, JSON.parse(stdout)]).toEqual([
      1,
      { error: 'https://post.example/a holds no article: it is JSON or plain text.' },
    ])
    const picture = await runAuspex(['extract', fileOf('picture.html', '\x00\x00\x01\x00\x10<p>Words within.</p>')])
    expect([picture.code, JSON.parse(picture.stdout)]).toEqual([
      1,
      { error: 'This holds no article: it is a picture; only the HTML of a page is read.' },
    ])
  })
})

test('cluster asks a server of embeddings where one is set, and does without one that is not there', async () => {
  const server = await startEmbeddings((text) => [...hashed(text.replace('автомат победил', 'robot wins'))])
  const rows = Array.from({ length: 48 }, (_, index) => {
    const word = String.fromCharCode(97 + (index % 26), 97 + Math.floor(index / 26))
    return index % 2
      ? { title: `${word}мост ${word}номер`, lang: 'ru' }
      : { title: `${word}thing ${word}matter`, lang: 'en' }
  })
  rows.push({ title: 'robot wins', lang: 'en' }, { title: 'автомат победил', lang: 'ru' })
  const dated = rows.map((row, id) => ({ id, ...row, date: `2026-03-17T10:${String(id).padStart(2, '0')}:00Z` }))
  const storiesAt = async (url: string) => {
    const flags = ['--embedding-model', 'm', '--embedding-base-url', url]
    const found = (await filter(['cluster', '--final', ...flags], lines(...dated))) as { story: number }[]
    return found.slice(-2).map(({ story }) => story)
  }
  const [english, russian] = await storiesAt(server.baseUrl)
  expect(russian).toBe(english)
  expect(server.requests.flatMap(({ body }) => body.input)).toHaveLength(50)
  await server.close()
  const [alone, other] = await storiesAt(server.baseUrl)
  expect(other).not.toBe(alone)
})
