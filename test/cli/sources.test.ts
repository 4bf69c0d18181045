import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from '../../src/run/open-database.ts'
import { runAuspex } from '../run/auspex-process.ts'

const folder = mkdtempSync(join(tmpdir(), 'auspex-sources-'))
/** A catalogue of one source, so that the tests don't depend on the shipped one. */
const shipped = join(folder, 'shipped.yaml')
let server: Server
let origin: string
let host: string

const feed = (title: string, language = 'en') =>
  `<rss version="2.0"><channel><title>${title}</title><link>javascript:alert(1)</link><description/>` +
  `<language>${language}</language><item><title>One</title><guid>1</guid></item></channel></rss>`

const PAGES: Record<string, string> = {
  '/feed.xml': feed('The Ladle'),
  '/odd.xml': feed('Odd', 'not a language'),
  '/other.xml': feed('Other'),
  '/page': '<link rel="alternate" type="application/rss+xml" href="/feed.xml"><p>A page',
  '/two':
    '<link rel="alternate" type="application/rss+xml" href="/feed.xml"><link rel="alternate" type="application/atom+xml" href="/other.xml">',
  '/plain': 'hello',
}

beforeAll(async () => {
  server = createServer((request, response) => {
    const body = PAGES[request.url ?? '']
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'text/html' }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  origin = `http://${host}`
  writeFileSync(
    shipped,
    `sources:
  - { id: shipped, name: Shipped, homepage: "${origin}", feeds: ["${origin}/feed.xml"], language: en, country: HK,
      family: shipped, type: press, tier: 2, tierReason: A newsroom. }
`,
  )
})
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A folder of its own for each test. */
function inFolder(name: string) {
  const data = join(folder, name)
  const environment = { AUSPEX_SOURCES: shipped, AUSPEX_ALLOW_PRIVATE: host }
  return {
    data,
    run: (...args: string[]) => runAuspex(['sources', ...args, '--data', data], '', environment),
    feed: (input: string, ...args: string[]) => runAuspex(['sources', ...args, '--data', data], input, environment),
    async list() {
      const { stdout } = await runAuspex(['sources', 'list', '--json', '--data', data], '', environment)
      const { sources } = JSON.parse(stdout) as {
        sources: { id: string; isEnabled: boolean; [field: string]: unknown }[]
      }
      return sources
    },
    async stored() {
      const store = await openDatabase({ data, database_url: '' })
      const sources = await store.sources()
      await store.close()
      return Object.fromEntries(sources.map((source) => [source.id, source.isEnabled]))
    },
  }
}

describe('check', () => {
  test('a feed, a page that names one, and what is none', async () => {
    const { run } = inFolder('check')
    const found = await run('check', `${origin}/feed.xml`, '--json')
    expect(found.code).toBe(0)
    expect(JSON.parse(found.stdout)).toMatchObject({
      feeds: [{ title: 'The Ladle', entries: 1, suggestedId: 'the-ladle' }],
    })
    expect((await run('check', `${origin}/page`)).stdout).toContain(`${origin}/feed.xml\n  The Ladle · 1 entries`)
    const none = await run('check', `${origin}/plain`)
    expect([none.code, none.stdout]).toEqual([1, expect.stringMatching(/^Problem: /)])
    expect((await run('check', `${origin}/gone`)).stdout).toMatch(/404/)
  })

  test.each([
    'http://127.0.0.1:1/',
    'http://[::1]/',
    'http://169.254.169.254/latest',
    'http://2130706433/',
    'file:///etc/passwd',
  ])('%s is refused unless it is allowed', async (url) => {
    const { code, stdout } = await inFolder('check').run('check', url)
    expect([code, stdout]).toEqual([1, expect.stringMatching(/refused for safety|no web address|cannot be fetched/)])
  })

  test('a private address that may be fetched is named by host and port', async () => {
    const { code, stderr } = await runAuspex(['sources', 'check', origin, '--allow-private', 'everything'])
    expect([code, stderr]).toEqual([1, expect.stringMatching(/expected host:port, got "everything"/)])
  })
})

describe('add and remove', () => {
  test('a feed is followed, stored, removed and followed again', async () => {
    const { run, list, stored, data } = inFolder('add')
    const added = await run('add', `${origin}/other.xml`, '--tier', '2', '--family', 'Ladle Ltd')
    expect([added.code, added.stdout]).toEqual([0, expect.stringMatching(/^Added other: Other, 1 entries, tier 2\./)])
    expect(await list()).toMatchObject([
      { id: 'shipped', isEnabled: true },
      { id: 'other', isEnabled: true, tier: 2, family: 'Ladle Ltd', homepage: origin },
    ])
    expect(await stored()).toEqual({ shipped: true, other: true })
    expect((await run('add', `${origin}/other.xml`)).stderr).toMatch(/is followed already, as other/)

    expect((await run('remove', 'other')).stdout).toBe('Removed other. What it published before stays.\n')
    expect((await run('remove', 'shipped')).code).toBe(0)
    expect(await list()).toMatchObject([{ id: 'shipped', isEnabled: false }])
    expect(await stored()).toEqual({ shipped: false, other: false })

    expect((await run('add', `${origin}/feed.xml`)).stdout).toBe('Switched shipped on again.\n')
    expect(await list()).toMatchObject([{ id: 'shipped', isEnabled: true }])
    expect(readFileSync(join(data, 'sources.yaml'), 'utf8')).not.toContain('enabled: false')
  })

  test('a page with one feed is enough; with several it asks which', async () => {
    const { run } = inFolder('pages')
    expect((await run('add', `${origin}/page`)).stderr).toMatch(/followed already, as shipped/)
    const several = await run('add', `${origin}/two`)
    expect(several.code).toBe(1)
    expect(several.stderr).toMatch(/names several feeds; add one of them:\n.*feed\.xml.*\n.*other\.xml/)
  })

  test.each([
    [['add', 'ORIGIN/plain'], /cannot be followed: .*Nothing was added/],
    [['add', 'http://10.0.0.1/feed'], /refused for safety.*Nothing was added/],
    [['add', 'ORIGIN/other.xml', '--id', 'Bad Id'], /Nothing was changed.*small letters/],
    [['add', 'ORIGIN/other.xml', '--id', 'shipped'], /There is a source shipped already/],
    [['add', 'ORIGIN/other.xml', '--tier', '9'], /--tier should be 1, 2, 3 or 4/],
    [['add', 'ORIGIN/other.xml', '--tier-reason', ''], /Nothing was changed/],
    [['remove', 'nobody'], /There is no source "nobody"/],
  ])('%j is refused, and nothing is written', async (args, message) => {
    const { run, data } = inFolder('refused')
    const { code, stderr, stdout } = await run(...args.map((arg) => arg.replace('ORIGIN', origin)))
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(message)
    expect(existsSync(join(data, 'sources.yaml'))).toBe(false)
  })

  test('what a feed says of itself cannot break the catalogue', async () => {
    const { run, list } = inFolder('odd')
    expect((await run('add', `${origin}/odd.xml`)).code).toBe(0)
    expect((await list())[1]).toMatchObject({ id: 'odd', language: 'mul', homepage: origin })
  })
})

describe('OPML', () => {
  const opml = (...urls: string[]) =>
    `<opml version="2.0"><body><outline text="News">${urls
      .map((url) => `<outline text="A &amp; B" xmlUrl="${url}" language="en_US" htmlUrl="javascript:1"/>`)
      .join('')}</outline></body></opml>`

  test('a list without a feed is no list', async () => {
    const { code, stderr } = await runAuspex(['sources', 'import', '-', '--data', folder], '<opml><body/></opml>')
    expect([code, stderr]).toEqual([1, expect.stringMatching(/no OPML list of feeds: it has no <outline xmlUrl/)])
  })

  test('of a list that ends too early what is there is taken, and said', async () => {
    const { feed: pipe } = inFolder('torn-opml')
    const { stdout } = await pipe(opml(`${origin}/a.xml`, `${origin}/b.xml`).slice(0, -10), 'import', '-')
    expect(stdout).toBe(
      'Added 2 of 2 feeds; 0 were known.\nIt is act 1; "auspex admin undo 1" takes it back as a whole.\nThe list is damaged, or ends too early: feeds may be missing.\n',
    )
  })

  test('what is imported is exported, and imported again adds nothing', async () => {
    const { feed: pipe, run, list } = inFolder('opml')
    const text = opml(`${origin}/a.xml`, `${origin}/b.xml`, `${origin}/feed.xml`)
    expect((await pipe(text, 'import', '-')).stdout).toMatch(/^Added 2 of 3 feeds; 1 were known\.\n/)
    expect((await list()).map(({ name, language }) => [name, language])).toEqual([
      ['Shipped', 'en'],
      ['A & B', 'en-US'],
      ['A & B', 'en-US'],
    ])
    const { stdout } = await run('export')
    for (const path of ['/a.xml', '/b.xml', '/feed.xml']) expect(stdout).toContain(`xmlUrl="${origin}${path}"`)
    expect((await pipe(stdout, 'import', '-')).stdout).toBe('Added 0 of 3 feeds; 3 were known.\n')
    await run('remove', 'shipped')
    expect((await run('export')).stdout).not.toContain('/feed.xml')
  })

  test('an import says of what tier and type its sources are, and is undone as a whole', async () => {
    const { feed: pipe, run, list, stored, data } = inFolder('undone-opml')
    const admin = (...args: string[]) =>
      runAuspex(['admin', ...args, '--data', data], '', { AUSPEX_SOURCES: shipped, AUSPEX_ALLOW_PRIVATE: host })
    const text = opml(`${origin}/a.xml`, `${origin}/b.xml`)
    await run('add', `${origin}/other.xml`, '--id', 'own')
    await pipe(text, 'import', '-', '--tier', '1', '--type', 'research', '--reason', 'Institutes.')
    const as = { tier: 1, type: 'research', tierReason: 'Institutes.' }
    const [, own, a, b] = await list()
    expect([own, a, b]).toMatchObject([{ id: 'own', tier: 3 }, as, as])
    expect((await pipe(text, 'import', '-', '--tier', '5')).stderr).toMatch(/--tier should be 1, 2, 3 or 4/)

    const file = join(data, 'sources.yaml')
    const written = readFileSync(file, 'utf8')
    writeFileSync(file, written.replace('tierReason: Institutes.', 'tierReason: The best of all.'))
    const refused = await admin('undo', '1', '--reason', 'the wrong tier')
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringMatching(/Changed in sources\.yaml since: 127-/)])
    expect(await list()).toHaveLength(4)

    writeFileSync(file, written)
    expect((await admin('undo', '1', '--reason', 'the wrong tier')).code).toBe(0)
    expect((await list()).map(({ id }) => id)).toEqual(['shipped', 'own'])
    expect(await stored()).toEqual({ shipped: true, own: true, [String(a!.id)]: false, [String(b!.id)]: false })
    expect((await admin('acts')).stdout).toMatch(/ {4}3 {2}applied {2}undo 1 {2}the wrong tier/)
    expect((await admin('acts')).stdout).toMatch(
      / {4}1 {2}applied {2}import 127-[\w-]+, 127-[\w-]+, tier 1, research {2}Institutes\./,
    )
    expect((await admin('undo', '1', '--reason', 'again')).stderr).toMatch(/Act 1 was undone by act 3/)
    expect((await pipe(text, 'import', '-')).stdout).toMatch(/^Added 2 of 2 feeds; 0 were known\.\nIt is act 5/)
    expect(await stored()).toMatchObject({ [String(a!.id)]: true, [String(b!.id)]: true })
  }, 60_000)

  test('a list is read in the encoding that it declares, and what is no address in it is named', async () => {
    const { run, list } = inFolder('latin-opml')
    const file = join(folder, 'latin.opml')
    const text = opml(`${origin}/a.xml`, 'ftp://x.example/f').replaceAll('A &amp; B', 'Café société')
    writeFileSync(file, Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${text}`, 'latin1'))
    expect((await run('import', file)).stdout).toBe(
      'Added 1 of 1 feeds; 0 were known.\nIt is act 1; "auspex admin undo 1" takes it back as a whole.\n' +
        'Left out, for these are no addresses of feeds: ftp://x.example/f.\n',
    )
    expect((await list())[1]).toMatchObject({ name: 'Café société' })
  })

  test.each([
    ['no OPML', 'hello'],
    ['a feed', feed('x')],
  ])('%s is refused', async (_, text) => {
    const { code, stderr } = await inFolder('no-opml').feed(text, 'import', '-')
    expect([code, stderr]).toEqual([1, expect.stringMatching(/^auspex: .*OPML/)])
  })
})

test('a catalogue with a mistake is named by file, line and field', async () => {
  const { data, run } = inFolder('add')
  writeFileSync(join(data, 'sources.yaml'), 'sources:\n  - id: Bad Id\n')
  const { code, stderr } = await run('list')
  expect([code, stderr]).toEqual([1, expect.stringMatching(/sources\.yaml, line 2, Bad Id, id: /)])
})

test('a catalogue in another encoding is named, and no letter of it is lost', async () => {
  const { data, run } = inFolder('latin-1')
  mkdirSync(data)
  const own = Buffer.from(
    readFileSync(shipped, 'utf8').replaceAll('hipped', 'hippé').replace('id: shippé', 'id: own'),
    'latin1',
  )
  writeFileSync(join(data, 'sources.yaml'), own)
  for (const args of [['list'], ['add', `${origin}/other.xml`], ['remove', 'shipped']]) {
    const { code, stderr } = await run(...args)
    expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining('line 2: is not UTF-8') })
  }
  expect(readFileSync(join(data, 'sources.yaml'))).toEqual(own)
})

test('what several processes change at once is all kept', async () => {
  const { run, feed, list, stored } = inFolder('at-once')
  const outlines = (n: number) =>
    `<opml><body><outline text="F${n}" xmlUrl="https://f${n}.example/feed"/></body></opml>`
  const changes = [1, 2, 3, 4].map((n) => feed(outlines(n), 'import', '-'))
  const ended = await Promise.all([...changes, run('remove', 'shipped')])
  expect(ended.map(({ code, stderr }) => [code, stderr])).toEqual(ended.map(() => [0, '']))
  const expected = { shipped: false, 'f1-example': true, 'f2-example': true, 'f3-example': true, 'f4-example': true }
  expect(Object.fromEntries((await list()).map(({ id, isEnabled }) => [id, isEnabled]))).toEqual(expected)
  expect(await stored()).toEqual(expected)
})
