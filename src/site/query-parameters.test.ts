import { describe, expect, test } from 'vitest'
import { sampleSite } from './testing/sample-site.ts'

const site = sampleSite()

/** A parameter, a value that cannot be used, and words of what programs are told. */
const UNUSABLE = [
  ['kind', 'gossip', 'release'],
  ['language', 'english!!', 'BCP 47'],
  ['hours', '0', 'a whole number from 1'],
  ['hours', '1e3', 'a whole number from 1'],
  ['hide', '!!!', 'no letter or digit'],
  ['hide', 'x'.repeat(51), 'at most 50 characters'],
] as const
const OF_STORIES = [
  ...UNUSABLE,
  ['tier', '9', 'a whole number from 1 to 4'],
  ['order', 'best', 'newest'],
  ['hub', 'atlantis', 'there is no hub'],
  ['entity', 'nobody', 'there is no entity'],
] as const
const LISTS = [
  ['/api/v1/stories?', OF_STORIES],
  ['/index.json?', OF_STORIES],
  ['/feed.atom?', OF_STORIES],
  ['/feed.rss?', OF_STORIES],
  ['/feed.json?', OF_STORIES],
  ['/api/v1/search?q=Halden&', UNUSABLE],
  ['/search.json?q=Halden&', UNUSABLE],
  ['/search/feed.atom?q=Halden&', UNUSABLE],
] as const

describe('a value that cannot be used', () => {
  test.each(LISTS.flatMap(([list, unusable]) => unusable.map(([name, ...rest]) => [list, name, ...rest] as const)))(
    'of %s%s=%s is refused in words',
    async (list, name, value, words) => {
      const reply = await site.request(`${list}${name}=${encodeURIComponent(value)}`)
      const text = await reply.text()
      expect(reply.status).toBe(400)
      expect(text).toContain(name)
      expect(text).toContain(words)
    },
  )

  test.each(['/?', '/search?q=Halden&'])('of the page %s is left out, and the page says so', async (page) => {
    for (const [name, value] of UNUSABLE) {
      const reply = await site.request(`${page}${name}=${encodeURIComponent(value)}`)
      expect(reply.status).toBe(200)
      const html = await reply.text()
      expect(html).toContain(`<code>${name}=${value}</code>`)
      expect(html).toContain('Halden')
    }
    expect(await (await site.request(`${page}kind=policy`)).text()).not.toContain('which was left out')
  })

  test.each(['/api/v1/stories', '/index.json', '/feed.atom'])('twice is refused at %s', async (list) => {
    expect((await site.request(`${list}?kind=policy&kind=tool`)).status).toBe(400)
  })
})

test.each(['/?', '/feed.atom?', '/search?q=Halden&', '/search/feed.json?q=Halden&'])(
  'an empty field of a form, and a name that nobody asks for, change nothing of %s',
  async (list) => {
    const reply = await site.request(`${list}kind=&language=&hours=&utm_source=x`)
    expect(reply.status).toBe(200)
    expect(await reply.text()).not.toContain('which was left out')
  },
)

test('a source, facet or hub that is none of ours is said to be none', async () => {
  const told = async (path: string) => {
    const reply = await site.request(`/api/v1${path}`)
    return [reply.status, ((await reply.json()) as { error: string }).error]
  }
  expect(await told('/stories?source=nope')).toEqual([400, 'source: there is no source "nope".'])
  expect(await told('/evidence?hub=johor&facet=nope')).toEqual([404, 'There is no facet "nope".'])
})

describe('a search', () => {
  const found = async (query: string) => {
    const { stories } = (await (await site.request(`/api/v1/search?q=${query}`)).json()) as {
      stories: { id: number; kind: string; languages: string[]; updatedAt: string }[]
    }
    return stories
  }

  test('is narrowed by kind, language and time', async () => {
    const all = await found('AI')
    const [{ kind } = { kind: '' }] = all
    expect(new Set((await found(`AI&kind=${kind}`)).map((story) => story.kind))).toEqual(new Set([kind]))
    const japanese = await found('AI&language=ja')
    expect(japanese.every(({ languages }) => languages.includes('ja'))).toBe(true)
    const [newest] = all.map((story) => Date.parse(story.updatedAt)).sort((a, b) => b - a)
    const hours = Math.ceil((site.deps.now() - newest!) / 3_600_000) + 1
    const young = await found(`AI&hours=${hours}`)
    expect(young.length).toBeGreaterThan(0)
    expect(young.every((story) => Date.parse(story.updatedAt) >= site.deps.now() - hours * 3_600_000)).toBe(true)
    expect(young.length).toBeLessThan(all.length)
  })

  test('has a form that keeps what was chosen, and feeds and pages keep it too', async () => {
    const html = await (await site.request('/search?q=AI&kind=policy&language=fr&hours=100')).text()
    for (const value of ['policy', 'fr', '100']) expect(html).toMatch(new RegExp(`<option value="${value}" selected`))
    const empty = await (await site.request('/search?q=zeppelin&kind=policy')).text()
    expect(empty).toContain('href="/search?q=zeppelin"')
    const feed = await (await site.request('/search/feed.atom?q=AI&kind=policy')).text()
    expect(feed).toContain('/search/feed.atom?q=AI&amp;kind=policy')
  })
})
