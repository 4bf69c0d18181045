import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Hono } from 'hono'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { doCatalogueJob } from '../../run/catalogue-job.ts'
import { recordImport } from '../../run/import-journal.ts'
import { parseOpml } from '../../source/opml.ts'
import { sampleSource } from '../../store/testing/samples.ts'
import type { SiteDeps } from '../deps.ts'
import { UI_LANGUAGES } from '../messages.ts'
import { createSite } from '../site.ts'
import { sampleDeps } from '../testing/day.ts'
import { hashPassword } from './password.ts'
import { MAX_OPML_BYTES } from './source-lists.ts'

const PASSWORD = 'correct horse battery'
let folder: string
let deps: SiteDeps
let site: Hono
let cookie: string
let csrf: string

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'auspex-lists-'))
  const shipped = join(folder, 'shipped.yaml')
  writeFileSync(
    shipped,
    `sources:
  - { id: known, name: Known, homepage: "https://known.example", feeds: ["https://known.example/feed"], language: en,
      country: HK, family: known, type: press, tier: 2, tierReason: A newsroom. }
`,
  )
  const sample = await sampleDeps()
  const settings = { data: folder, sources: shipped, allow_private: '' }
  deps = {
    ...sample,
    // As the program does it, but in this thread.
    importing: {
      preview: async (opml) => doCatalogueJob({ settings, act: 'preview', opml }),
      async add(opml, as, asked) {
        const done = doCatalogueJob({ settings, act: 'add', opml, asked: { ...asked, as } })
        return 'fresh' in done ? { ...done, act: await recordImport(sample.store, done.begun) } : done
      },
    },
  }
  await deps.store.admin.setPasswordHash(await hashPassword(PASSWORD))
  site = await createSite(deps)
  ;({ cookie, csrf } = await signIn(site))
})
afterEach(async () => {
  await deps.store.close()
  rmSync(folder, { recursive: true, force: true })
})

async function signIn(at: Hono) {
  const answer = await at.request('/admin/sign-in', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ password: PASSWORD }).toString(),
  })
  const session = answer.headers.get('set-cookie')!.split(';')[0]!
  const page = await (await at.request('/admin', { headers: { cookie: session } })).text()
  return { cookie: session, csrf: /name="csrf" value="([^"]+)"/.exec(page)![1]! }
}

function upload(content: string | Uint8Array | undefined, { token = csrf, headers = {}, at = site } = {}) {
  const form = new FormData()
  form.set('csrf', token)
  if (content !== undefined) form.set('opml', new File([content as Uint8Array<ArrayBuffer>], 'feeds.opml'))
  return at.request('/admin/sources', { method: 'POST', body: form, headers: { cookie, ...headers } })
}
const AS = { tier: '3', type: 'blog', reason: 'They are read here.' }
const formOf = (token: string, outlines: readonly string[], as: object) =>
  new URLSearchParams([
    ['csrf', token],
    ...Object.entries(as),
    ...outlines.map((each): [string, string] => ['outline', each]),
  ])
const follow = (outlines: readonly string[], token = csrf, as: object = AS) =>
  site.request('/admin/sources/import', {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
    body: formOf(token, outlines, as).toString(),
  })
const unescaped = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
const outlinesIn = (html: string) =>
  [...html.matchAll(/name="outline" value="([^"]*)"/g)].map(([, value]) => unescaped(value!))
const opml = (...outlines: string[]) => `<opml version="2.0"><body>${outlines.join('')}</body></opml>`
const outline = (url: string, text = 'A &amp; B') => `<outline type="rss" text="${text}" xmlUrl="${url}"/>`
const ownFile = () => join(folder, 'sources.yaml')

describe('an OPML list', () => {
  const LIST = opml(
    outline('https://new.example/feed?a=1&amp;b=2'),
    outline('https://second.example/feed', '日本語'),
    outline('https://known.example/feed'),
    outline('http://10.0.0.1/feed'),
    outline('javascript:alert(1)'),
  )

  test('is looked through before anything is done', async () => {
    const answer = await upload(LIST)
    const html = await answer.text()
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
    expect(outlinesIn(html).map((each) => parseOpml(each).subscriptions[0])).toMatchObject([
      { feedUrl: 'https://new.example/feed?a=1&b=2', title: 'A & B' },
      { feedUrl: 'https://second.example/feed', title: '日本語' },
    ])
    expect(html).toContain('1 feed is there already')
    expect(html).toContain('<a href="/sources/known">known</a>')
    expect(html).toContain('2 addresses are refused')
    expect(html).toContain('This is in a private network')
    expect(html).toContain('This is no address of a feed.')
    expect(() => readFileSync(ownFile())).toThrow('ENOENT')
    expect((await deps.store.sourcesById(['new-example'])).length).toBe(0)
  })

  test('is followed as far as it is marked, and is known afterwards', async () => {
    const [, second] = outlinesIn(await (await upload(LIST)).text())
    const done = await follow([second!])
    expect([done.status, done.headers.get('location')]).toEqual([303, '/admin/sources?added=1&act=1'])
    expect(readFileSync(ownFile(), 'utf8')).toContain('https://second.example/feed')
    expect(await deps.store.sourcesById(['second-example'])).toMatchObject([
      { name: '日本語', tier: 3, isEnabled: true },
    ])
    const after = await (await site.request('/admin/sources?added=1', { headers: { cookie } })).text()
    expect(after).toContain('1 feed was added.')
    const again = await (await upload(LIST)).text()
    expect(again).toContain('2 feeds are there already')
    expect(outlinesIn(again)).toHaveLength(1)
    // Sent twice: by a second click, or from a page that is old.
    expect((await follow([second!])).headers.get('location')).toBe('/admin/sources?added=0')
  })

  test('is followed as what the operator says it is, with a public reason', async () => {
    const outlines = outlinesIn(await (await upload(LIST)).text())
    for (const wrong of [{ reason: '' }, { tier: '5' }, { type: 'oracle' }, { tier: '' }]) {
      const answer = await follow(outlines, csrf, { ...AS, ...wrong })
      expect(answer.status, JSON.stringify(wrong)).toBe(422)
      expect(await answer.text()).toContain('Say of which tier and kind they are, and why')
    }
    expect(() => readFileSync(ownFile())).toThrow('ENOENT')
    const done = await follow(outlines, csrf, { tier: '1', type: 'research', reason: 'Institutes <b>we</b> trust.' })
    const said = { tier: 1, type: 'research', tierReason: 'Institutes <b>we</b> trust.' }
    expect(await deps.store.sourcesById(['new-example', 'second-example'])).toMatchObject([said, said])
    const page = await (await site.request(done.headers.get('location')!, { headers: { cookie } })).text()
    expect(page).toContain('Sources added: applied')
    expect(page).toContain('<button type="submit" name="act" value="undo">')
    const corrections = await (await site.request('/corrections')).text()
    expect(corrections).toMatch(/Sources added<\/b>: <a href="\/sources\/new-example"><bdi>A &amp; B<\/bdi><\/a>, /)
    expect(corrections).toContain('Institutes &lt;b&gt;we&lt;/b&gt; trust.')
    expect(await (await site.request('/corrections/feed.atom')).text()).toContain('Sources added: A & B, 日本語')
    expect(await (await site.request('/admin', { headers: { cookie } })).text()).toContain(
      'new-example, second-example',
    )
  })

  test('is given out, and read back here adds nothing', async () => {
    const answer = await site.request('/admin/sources.opml', { headers: { cookie } })
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="sources.opml"')
    const list = parseOpml(await answer.text())
    const feeds = (await deps.store.sources()).filter(({ isEnabled }) => isEnabled).flatMap((source) => source.feeds)
    expect(list.subscriptions.map(({ feedUrl }) => feedUrl).sort()).toEqual(feeds.map(({ url }) => url).sort())
  })

  test('is taken from nobody but the operator, by a form of ours', async () => {
    for (const headers of [{ cookie: '' }, { 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.example' }]) {
      expect((await upload(LIST, { headers })).status, JSON.stringify(headers)).toBe(403)
    }
    expect((await upload(LIST, { token: 'forged' })).status).toBe(403)
    expect((await follow([outline('https://new.example/feed')], 'forged')).status).toBe(403)
    for (const path of ['/admin/sources', '/admin/sources.opml']) expect((await site.request(path)).status).toBe(401)
    expect(() => readFileSync(ownFile())).toThrow('ENOENT')
  })

  test('is refused where this process only serves, in words', async () => {
    const serving = await createSite({ ...deps, importing: undefined })
    const page = await (await serving.request('/admin/sources', { headers: { cookie } })).text()
    expect(page).toContain('This process only serves')
    expect(page).not.toContain('type="file"')
    const answer = await upload(LIST, { at: serving })
    expect(answer.status).toBe(503)
    expect(await answer.text()).toContain('auspex sources import')
  })
})

describe('a hostile list', () => {
  const deep = `<opml><body>${'<outline text="x">'.repeat(50_000)}${outline('https://deep.example/f')}`
  const bomb = `<!DOCTYPE opml [<!ENTITY a "${'ha'.repeat(500)}">${'bcdefgh'
    .split('')
    .map((name, at) => `<!ENTITY ${name} "${`&${'abcdefg'[at]};`.repeat(10)}">`)
    .join('')}]>${opml(outline('https://bomb.example/f', '&h;'))}`
  const external = `<!DOCTYPE opml [<!ENTITY x SYSTEM "file:///etc/passwd">]>${opml(outline('https://x.example/f', '&x;'))}`

  test.each([
    ['nothing', ''],
    ['no file', undefined],
    ['text', 'hello'],
    ['a page', '<!doctype html><p>hello'],
    ['a list of no feeds', opml('<outline text="x"/>')],
    ['an archive', gzipSync(opml(outline('https://a.example/f')))],
    ['zeros', new Uint8Array(100_000)],
    ['feeds behind more folders than are read', deep],
  ])('%s is refused in words, and nothing is done', async (_, content) => {
    const answer = await upload(content)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toMatch(
      /<p class="note" role="alert" id="refused">(Choose a file|This is no OPML list)/,
    )
    expect(() => readFileSync(ownFile())).toThrow('ENOENT')
  })

  test('expands no entities of its own, and reads no file', async () => {
    for (const content of [bomb, external]) {
      const answer = await upload(content)
      const html = await answer.text()
      expect(html.length).toBeLessThan(60_000)
      expect(html).not.toContain('hahaha')
      expect(html).not.toContain('root:')
    }
  })

  test('puts no markup into the page, now or later', async () => {
    const title = '&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt; R&amp;amp;D'
    const html = await (await upload(opml(outline('https://evil.example/?a=&quot;&gt;&lt;script&gt;x', title)))).text()
    expect(html).not.toMatch(/<script>(alert|x)|<img/)
    const [chosen] = outlinesIn(html)
    expect((await follow([chosen!])).status).toBe(303)
    const page = await (await site.request('/sources/evil-example')).text()
    expect(page).not.toMatch(/<script>(alert|x)|<img/)
  })

  test('what is sent back in place of what was shown is held to the same rules', async () => {
    const sent = [
      outline('http://127.0.0.1/f'),
      outline('javascript:alert(1)'),
      '</body></opml><!--',
      outline('https://ok.example/f'),
    ]
    const done = await follow(sent)
    expect(done.headers.get('location')).toBe('/admin/sources?added=0')
    expect((await follow(['<b>'])).status).toBe(422)
    expect(await deps.store.sourcesById(['127-0-0-1', 'ok-example'])).toEqual([])
  })

  test('a password in an address is not shown', async () => {
    const html = await (await upload(opml(outline('https://me:secret@feeds.example/a.xml')))).text()
    expect(html).toContain('<bdi>https://feeds.example/a.xml</bdi>')
    expect(outlinesIn(html)[0]).toContain('me:secret')
  })

  test('one too large is refused before it is read, and so is a form that is torn', async () => {
    const large = await upload('x', { headers: { 'content-length': String(MAX_OPML_BYTES + 1) } })
    expect(large.status).toBe(413)
    expect(await large.text()).toContain('A list may have 4 MB at most here. Take this one in on the server')
    // Without a length, as a proxy may send it on.
    const unsaid = await upload('x'.repeat(MAX_OPML_BYTES + 1))
    expect([unsaid.status, await unsaid.text()]).toEqual([413, expect.stringContaining('at most here')])
    expect((await upload('x'.repeat(MAX_OPML_BYTES + 1), { headers: { cookie: '' } })).status).toBe(403)
    expect((await upload('x'.repeat(MAX_OPML_BYTES + 1), { headers: { origin: 'https://evil.example' } })).status).toBe(
      403,
    )
    for (const [type, body] of [
      ['multipart/form-data', 'x'],
      ['multipart/form-data; boundary=b', '--b\r\nContent-Disposition: form-data; name="csrf"\r\n\r\nx'],
      ['multipart/form-data; boundary=b', '--b--'],
      ['application/x-www-form-urlencoded', `csrf=${csrf}`],
    ] as const) {
      const answer = await site.request('/admin/sources', {
        method: 'POST',
        headers: { cookie, 'content-type': type },
        body,
      })
      expect(answer.status, type).toBe(403)
    }
  })

  test('of more than a thousand feeds says how many are left', async () => {
    const many = opml(...Array.from({ length: 1_234 }, (_, at) => outline(`https://a.example/${at}`)))
    const html = await (await upload(many)).text()
    expect(outlinesIn(html)).toHaveLength(1_000)
    expect(html).toContain('234 more new feeds are in the list')
    expect((await follow(outlinesIn(html))).headers.get('location')).toBe('/admin/sources?added=1000&act=1')
    expect(outlinesIn(await (await upload(many)).text())).toHaveLength(234)
  })
})

test('the operator’s page does not grow with the sources', async () => {
  const page = async () => (await site.request('/admin', { headers: { cookie } })).text()
  expect(await page()).toContain('<option value="straits-ledger"></option>')
  await deps.store.saveSources(Array.from({ length: 3_000 }, (_, at) => sampleSource(`many-${at}`)))
  const html = await page()
  expect(html.length).toBeLessThan(20_000)
  expect(html).not.toContain('many-7')
  expect(html).toContain('<a href="/sources">all sources</a>')
})

test.each(UI_LANGUAGES)('the page speaks %s', async (language) => {
  const answer = await site.request(`/admin/sources?lang=${language}`, { headers: { cookie } })
  expect(answer.status).toBe(200)
  expect(await answer.text()).toContain('OPML')
})
