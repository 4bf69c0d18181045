import { inflateSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { addStory } from '../testing/day.ts'
import { sampleSite } from '../testing/sample-site.ts'

const HOSTILE = 'Lab says "</script><script>alert(1)</script>" & <!-- opens its model'
const site = sampleSite()
beforeAll(async () => {
  await addStory(site.deps.store, {
    id: 90,
    kind: 'tool',
    members: [{ source: 'straits-ledger', title: HOSTILE, ageHours: 1 }],
  })
})

const page = async (url: string) => (await site.request(`https://news.example${url}`)).text()
const unescaped = (text: string) => text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')

function tagsOf(html: string): Map<string, string> {
  const tags = [...html.matchAll(/<meta (?:property|name)="([^"]+)" content="([^"]*)"/g)]
  return new Map(tags.map(([, name, content]) => [name!, unescaped(content!)]))
}

function dataOf(html: string) {
  const written = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1]
  return JSON.parse(written ?? 'null')
}

describe('a preview of a link', () => {
  test.each(['/', '/s/1', '/hub/hong-kong', '/hub/compare/hong-kong/tokyo', '/pulse', '/methods'])(
    '%s says what it is, in which language, with a picture that is there',
    async (url) => {
      const html = await page(url)
      const tags = tagsOf(html)
      for (const name of ['description', 'og:title', 'og:description', 'og:site_name', 'og:image:alt']) {
        expect(tags.get(name), name).toBeTruthy()
      }
      expect(tags.get('og:url')).toBe(`https://news.example${url}`)
      expect(tags.get('og:locale')).toBe('en_GB')
      expect(tags.get('twitter:card')).toBe('summary_large_image')
      const picture = await site.request(tags.get('og:image')!)
      expect(picture.status).toBe(200)
      expect(picture.headers.get('content-type')).toBe('image/png')
      expect(picture.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
      expect(picture.headers.get('content-security-policy')).toContain("default-src 'none'")
    },
  )

  test('of a story is an article that names what it rests on', async () => {
    const html = await page('/s/1?lang=ja')
    const tags = tagsOf(html)
    expect(tags.get('og:type')).toBe('article')
    expect(tags.get('og:locale')).toBe('ja_JP')
    expect(tags.get('article:published_time')).toMatch(/^2026-11-2\dT/)
    const data = dataOf(html)
    expect(data).toMatchObject({ '@context': 'https://schema.org', '@type': 'NewsArticle', inLanguage: 'ja' })
    expect(data.url).toBe('https://news.example/s/1?lang=ja')
    expect(data.isBasedOn.length).toBeGreaterThan(0)
    expect(data.author).toBeUndefined()
  })

  test('of the front page lists its stories in their order, of a hub says where it lies', async () => {
    const [website, list] = dataOf(await page('/'))['@graph']
    expect(website).toMatchObject({ '@type': 'WebSite', url: 'https://news.example/' })
    expect(list.itemListElement[0]).toMatchObject({ position: 1, url: expect.stringMatching(/\/s\/\d+$/) })
    expect(dataOf(await page('/hub/hong-kong')).about).toMatchObject({
      '@type': 'City',
      name: 'Hong Kong',
      geo: { latitude: expect.closeTo(22.3, 0) },
    })
  })

  test('is ended by no headline', async () => {
    const html = await page('/s/90')
    expect(dataOf(html).headline).toBe(HOSTILE)
    expect(tagsOf(html).get('og:title')).toContain('opens its model')
    expect(html).not.toContain('<script>alert')
  })
})

describe('the picture of a story', () => {
  const pixels = async (url: string) => {
    const bytes = Buffer.from(await (await site.request(url)).arrayBuffer())
    const at = bytes.indexOf('IDAT')
    return inflateSync(bytes.subarray(at + 4, at + 4 + bytes.readUInt32BE(at - 4)))
  }

  test('draws a bar for each independent report', async () => {
    // A row through the bars; full ink is palette number 3.
    const barsOf = async (id: number) => {
      const row = (await pixels(`/s/${id}/share.png`)).subarray(400 * 601 + 1, 401 * 601).toString('hex')
      return row.match(/3{20,}/g)?.length ?? 0
    }
    const found = await site.deps.store.story(1)
    const { independent } = found?.type === 'story' ? found.story.coverage : { independent: 0 }
    expect(independent).toBeGreaterThan(1)
    expect(await barsOf(1)).toBe(independent)
    expect(await barsOf(90)).toBe(1)
  })

  test('is none of what is unknown or no story', async () => {
    for (const id of ['999999', 'x', '-1']) expect((await site.request(`/s/${id}/share.png`)).status).toBe(404)
  })
})
