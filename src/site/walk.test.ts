import { gzipSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { createSite } from './site.ts'
import { NOON } from './testing/day.ts'
import { sampleSite } from './testing/sample-site.ts'

const ORIGIN = 'http://localhost'
/** Addresses of one shape that are walked: enough to meet each kind of story. */
const MOST_A_SHAPE = 4
/** In all languages, themes and filters there is no end of addresses; these say nothing new. */
const NOT_WALKED = /[?&](lang|theme|weights|seen|q|after)=|^\/(admin|events)/

const pages = new Map<string, string>()
const wrong: string[] = []
const site = sampleSite({ now: () => NOON })
beforeAll(async () => {
  await walk()
})

/** Follows every link of ours from the front page on. */
async function walk(): Promise<void> {
  const queue = [{ path: '/', from: '' }]
  const shapes = new Map<string, number>()
  const met = new Set(['/'])
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { path, from } = next
    const answer = await site.request(path)
    const text = await answer.text()
    if (answer.status >= 400) wrong.push(`${answer.status} at ${path}, linked from ${from}`)
    if (!answer.headers.get('content-type')?.startsWith('text/html')) continue
    pages.set(path, text)
    for (const [, written] of text.matchAll(/<(?:a|link|img|script)\s[^>]*(?:href|src)="([^"]*)"/g)) {
      const url = new URL(written!.replaceAll('&amp;', '&'), ORIGIN + path)
      const address = url.pathname + url.search
      if (url.origin !== ORIGIN || met.has(address) || NOT_WALKED.test(address)) continue
      const shape = address.replace(/=[^&]*|\d+|(?<=\/(hub|hub\/compare|entity|sources)\/)[^?/]+/g, 'X')
      shapes.set(shape, (shapes.get(shape) ?? 0) + 1)
      if (shapes.get(shape)! > MOST_A_SHAPE) continue
      met.add(address)
      queue.push({ path: address, from: path })
    }
  }
}

const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found]) => found!)

test('no link of ours leads nowhere', () => {
  expect(wrong).toEqual([])
  expect(pages.size).toBeGreaterThan(40)
})

test('a link to a place on its page finds it, and no place has two', () => {
  for (const [path, text] of pages) {
    const places = all(text, /\sid="([^"]*)"/g)
    expect(
      places.filter((place, index) => places.indexOf(place) !== index),
      path,
    ).toEqual([])
    expect(
      all(text, /href="#([^"]+)"/g).filter((place) => !places.includes(place)),
      path,
    ).toEqual([])
  }
})

test('headings leave out no level', () => {
  for (const [path, text] of pages) {
    const levels = all(text, /<h([1-6])/g).map(Number)
    expect(levels.filter((level) => level === 1).length, path).toBe(1)
    expect(
      levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1),
      path,
    ).toEqual([])
  }
})

test('what a search engine may keep has one address a language, a title and a description', () => {
  for (const [path, text] of pages) {
    expect(all(text, /<title>([^<]+)</g).length, path).toBe(1)
    if (text.includes('content="noindex"')) continue
    expect(all(text, /<meta name="description" content="([^"]{8,})"/g).length, path).toBe(1)
    const [canonical] = all(text, /<link rel="canonical" href="([^"]*)"/g)
    expect(all(text, /<link rel="alternate" hreflang="en" href="([^"]*)"/g), path).toEqual([canonical])
  }
})

test('a page in a language that its address asks for is the canonical one of that language', async () => {
  const text = await (await site.request('/pulse?lang=ja')).text()
  const [canonical] = all(text, /<link rel="canonical" href="([^"]*)"/g)
  expect(canonical).toBe(`${ORIGIN}/pulse?lang=ja`)
  expect(all(text, /<link rel="alternate" hreflang="ja" href="([^"]*)"/g)).toEqual([canonical])
  expect(text).toContain(`<link rel="alternate" hreflang="en" href="${ORIGIN}/pulse"`)
})

test('no page is more than 60 kB on the wire', () => {
  for (const [path, text] of pages) expect(gzipSync(text).length, path).toBeLessThan(60_000)
})

test('the form for mail is linked to where there is one', async () => {
  const sending = await createSite({ ...site.deps, settings: { ...site.deps.settings, sendsMail: true } })
  expect(pages.get('/')).not.toContain('href="/subscribe"')
  expect(await (await sending.request('/')).text()).toContain('href="/subscribe"')
})
