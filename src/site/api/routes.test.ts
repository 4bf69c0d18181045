import type { z } from '@hono/zod-openapi'
import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demoDayDeps, EVENING } from '../../../test/fixtures/demo-day.ts'
import { problemsOf, type Schema } from '../../../test/fixtures/json-schema.ts'
import { rankStory, recomputeScore, sumHundredths } from '../../rank/rank.ts'
import type { Explanation } from '../../rank/types.ts'
import { DEFAULT_WEIGHTS, parseWeights, WEIGHTS } from '../../rank/weights.ts'
import type { SiteDeps } from '../deps.ts'
import { createSite } from '../site.ts'
import * as balanceSchemas from './balance-schemas.ts'
import * as commonSchemas from './common-schemas.ts'
import * as moreSchemas from './schemas.ts'
import * as storySchemas from './story-schemas.ts'

const schemas = { ...balanceSchemas, ...commonSchemas, ...storySchemas, ...moreSchemas }

let deps: SiteDeps
let site: Hono
let document: Schema & { readonly paths: Record<string, { get: { responses: Record<string, Schema> } }> }
const faults: unknown[] = []

beforeAll(async () => {
  deps = await demoDayDeps({ onFault: (fault) => faults.push(fault) })
  site = await createSite(deps)
  document = await data('/api/v1/openapi.json')
})
afterAll(() => deps.store.close())

async function data<T>(url: string, init?: RequestInit): Promise<T> {
  const response = await site.request(url, init)
  expect(response.status, url).toBe(200)
  return (await response.json()) as T
}

type StoryList = z.infer<typeof schemas.storyListSchema>
type StoryPage = z.infer<typeof schemas.storyPageSchema>

const byNumber = (a: number, b: number) => a - b

const stories = async (query: string) => (await data<StoryList>(`/api/v1/stories?${query}`)).stories

interface Row {
  readonly url: string
  readonly method?: string
  readonly status: number
  readonly has?: readonly (string | RegExp)[]
  readonly lacks?: readonly string[]
}

const ROWS: readonly Row[] = [
  { url: '/stories', status: 200, has: ['"stories":[{"id":', '"next":"'] },
  { url: '/stories?kind=policy&limit=3', status: 200, has: ['"kind":"policy"'], lacks: ['"kind":"release"'] },
  { url: '/stories?tier=1', status: 200, has: ['"tier":1'], lacks: ['"tier":2'] },
  { url: '/stories?language=ko', status: 200, has: ['"ko"'] },
  { url: '/stories?community=true', status: 200, has: ['"isCommunity":true'], lacks: ['"isCommunity":false'] },
  { url: '/stories?entity=nobody-known', status: 400, has: ['there is no entity'] },
  { url: '/stories?lang=ja&limit=1', status: 200, has: ['独立'] },
  { url: '/stories?unknown=ignored&limit=1', status: 200 },
  { url: '/stories?weights=&limit=1', status: 200 },
  { url: '/stories?weights=gossip:5', status: 400, has: ['weights', 'gossip', 'openapi.json'] },
  { url: '/stories?weights=authority:101', status: 400, has: ['weights', 'authority:N', '100'] },
  { url: '/stories?weights=authority:5&order=newest', status: 400, has: ['weights', 'order=score', 'newest'] },
  { url: '/stories?kind=gossip', status: 400, has: ['kind', 'release', 'openapi.json'] },
  { url: '/stories?tier=5', status: 400, has: ['tier', '4'] },
  { url: '/stories?limit=0', status: 400, has: ['limit'] },
  { url: '/stories?limit=201', status: 400, has: ['limit', '200'] },
  { url: '/stories?limit=0x10', status: 400, has: ['expected a whole number from 1 to 200'] },
  { url: '/stories?limit=', status: 400, has: ['whole number'] },
  { url: '/stories?hours=-1', status: 400, has: ['hours'] },
  { url: '/stories?order=best', status: 400, has: ['order', 'newest'] },
  { url: '/stories?after=no-cursor', status: 400, has: ['error'] },
  { url: '/stories?kind=policy&kind=tool', status: 400, has: ['kind: expected once'] },
  { url: '/stories/999999', status: 404, has: ['There is no story 999999'] },
  { url: '/stories/first', status: 400, has: ['whole number'] },
  { url: '/stories/1e3', status: 400 },
  { url: '/search?q=accelerator', status: 200, has: ['accelerator'] },
  { url: '/search?q=%E5%8A%A0%E9%80%9F%E5%99%A8', status: 200, has: ['"stories":'] },
  { url: '/search?q=%20', status: 400, has: ['q: must not be empty'] },
  { url: '/search', status: 400, has: ['q: must be given'] },
  { url: `/search?q=${'a'.repeat(201)}`, status: 400, has: ['q: expected no more than 200 characters'] },
  { url: '/evidence', status: 400, has: ['hub: must be given'] },
  { url: '/decide', status: 400, has: ['needs: must be a JSON object such as'] },
  { url: '/decide?needs=[]', status: 400, has: ['needs: must be a JSON object such as'] },
  { url: '/search?q=%00%22%20OR%20NEAR(', status: 200 },
  { url: '/events?limit=2', status: 200, has: ['"seq":1,', '"seq":2,', '"next":2'], lacks: ['"seq":3'] },
  { url: '/events?after=99999', status: 200, has: ['{"events":[],"next":99999}'] },
  { url: '/events?after=-1', status: 400, has: ['after'] },
  { url: '/brief/2026-11-23', status: 200, has: ['"date":"2026-11-23"', '"from":"2026-11-23T00:00:00.000Z"'] },
  { url: '/brief/2026-11-24', status: 404, has: ['yet to come'] },
  { url: '/brief/0001-01-01', status: 404, has: ['no brief of 0001-01-01'] },
  { url: '/brief/2026-02-30', status: 400, has: ['date: expected a date such as 2026-11-23'] },
  { url: '/sources', status: 200, has: ['"tierReason"'], lacks: ['etag'] },
  { url: '/sources/nobody', status: 404, has: ['There is no source'] },
  { url: '/entities/nvidia', status: 200, has: ['"names"'] },
  { url: '/entities/__proto__', status: 404, has: ['There is no entity'] },
  { url: '/entities/%3Cscript%3E', status: 404, has: ['error'] },
  { url: '/status', status: 200, has: ['"backlog":0'] },
  { url: '/nothing', status: 404, has: ['openapi.json'] },
  { url: '/stories', method: 'POST', status: 405, has: ['GET and HEAD'] },
  { url: '/stories/1', method: 'DELETE', status: 405 },
  { url: '/stories', method: 'HEAD', status: 200 },
]

describe('requests', () => {
  test.each(ROWS)('$url → $status', async ({ url, method = 'GET', status, has = [], lacks = [] }) => {
    const response = await site.request(`/api/v1${url}`, { method })
    const body = await response.text()
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toMatch(/^application\/json/)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    for (const words of has) expect(body).toMatch(words instanceof RegExp ? words : new RegExp(escaped(words)))
    for (const words of lacks) expect(body).not.toContain(words)
    if (status >= 400) {
      expect(schemas.errorSchema.parse(JSON.parse(body)).error).not.toMatch(/\/work|node_modules|\.ts\b|SQLITE|at /)
      expect(response.headers.get('cache-control')).toBe('no-store')
    }
  })

  test('words come in the language that weighs most, as pages do', async () => {
    const accepting = (header: string) => data('/api/v1/stories?limit=5', { headers: { 'accept-language': header } })
    const [inEnglish, inJapanese] = [await accepting('en'), await accepting('ja')]
    expect(inJapanese).not.toEqual(inEnglish)
    expect(await accepting('en;q=0.2, ja')).toEqual(inJapanese)
    expect(await accepting('ja;q=0, en')).toEqual(inEnglish)
    expect(await data('/api/v1/stories?limit=5&lang=ja', { headers: { 'accept-language': 'en' } })).toEqual(inJapanese)
  })

  test('the root leads to its description', async () => {
    const response = await site.request('/api/v1')
    expect([response.status, response.headers.get('location')]).toEqual([302, '/api/v1/openapi.json'])
  })
})

const escaped = (words: string) => words.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

describe('every answer is what its schema and the served document say', () => {
  const check = async (url: string, path: string, schema: z.ZodType) => {
    const body = await data<unknown>(url)
    expect(schema.safeParse(body).error?.issues ?? []).toEqual([])
    const described = document.paths[path]!.get.responses['200'] as { content: Record<string, { schema: Schema }> }
    expect(problemsOf(body, described.content['application/json']!.schema, document)).toEqual([])
  }

  test.each([
    ['/stories?limit=200', '/stories', schemas.storyListSchema],
    ['/stories?community=true&limit=200', '/stories', schemas.storyListSchema],
    ['/search?q=chip', '/search', schemas.searchListSchema],
    ['/events?limit=200', '/events', schemas.eventListSchema],
    ['/sources', '/sources', schemas.sourceListSchema],
    ['/entities/nvidia', '/entities/{id}', schemas.entitySchema],
    ['/status', '/status', schemas.statusSchema],
    ['/balance', '/balance', schemas.balanceSchema],
    ['/brief/2026-11-23', '/brief/{date}', schemas.briefSchema],
  ])('%s', (url, path, schema) => check(`/api/v1${url}`, path, schema))

  test('all stories, whole', async () => {
    const all = [...(await stories('limit=200')), ...(await stories('community=true&limit=200'))]
    expect(all.length).toBeGreaterThan(150)
    for (const { id } of all) await check(`/api/v1/stories/${id}`, '/stories/{id}', schemas.storyPageSchema)
  })

  test('all sources, page by page and one by one', async () => {
    type Page = z.infer<typeof schemas.sourceListSchema>
    const pages: Page[] = []
    for (let next: string | null = ''; next !== null; next = pages.at(-1)!.next) {
      pages.push(await data<Page>(`/api/v1/sources?limit=7&after=${next}`))
    }
    const sources = pages.flatMap((page) => page.sources)
    expect(sources.map(({ id }) => id)).toEqual((await deps.store.sources()).map(({ id }) => id).sort())
    expect(pages.slice(0, -1).map((page) => page.sources.length)).toEqual(pages.slice(1).map(() => 7))
    expect(new Set(pages.map(({ total }) => total))).toEqual(new Set([sources.length]))
    expect((await data<Page>('/api/v1/sources')).sources).toHaveLength(30)
    expect(await data<Page>('/api/v1/sources?find=AURELIA')).toMatchObject({ total: 1, next: null })
    expect((await site.request('/api/v1/sources?limit=201')).status).toBe(400)
    for (const source of sources) {
      await check(`/api/v1/sources/${source.id}`, '/sources/{id}', schemas.sourceSchema)
      expect(await data(`/api/v1/sources/${source.id}`)).toEqual(source)
    }
  })

  test('the document names every route, and every reference in it leads somewhere', () => {
    expect(document.openapi).toBe('3.1.0')
    expect(Object.keys(document.paths).sort()).toEqual([
      ...[
        '/balance',
        '/brief/{date}',
        '/claims',
        '/decide',
        '/entities/{id}',
        '/events',
        '/evidence',
        '/export',
        '/hubs',
        '/hubs/{id}',
        '/search',
      ],
      ...['/sources', '/sources/{id}', '/status', '/stories', '/stories/{id}'],
    ])
    const names = Object.keys((document.components as { schemas: object }).schemas)
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)]
    for (const [, name] of refs) expect(names).toContain(name)
  })

  test('the checker finds what is wrong', () => {
    const list = { $ref: '#/components/schemas/StoryList' }
    expect(problemsOf({ stories: [] }, list, document)).toEqual(['$: lacks next'])
    expect(problemsOf({ stories: [], next: 1 }, list, document)[0]).toContain('$.next: is no')
    expect(problemsOf({ stories: [], next: null, more: 1 }, list, document)[0]).toContain('not described')
    expect(problemsOf({ stories: [{}], next: null }, list, document)).toContain('$.stories[0]: lacks id')
  })
})

describe('ranks', () => {
  test('every explanation is exactly the sum of its parts, and anyone can compute it from the JSON', async () => {
    const sums = (node: Explanation): boolean =>
      node.parts.length === 0 ||
      (node.value === sumHundredths(node.parts.map((part) => part.value)) && node.parts.every(sums))
    for (const { id, score } of await stories('limit=200')) {
      const page = await data<StoryPage>(`/api/v1/stories/${id}`)
      const explanation = page.explanation as Explanation
      expect([page.score, explanation.value, sums(explanation)]).toEqual([score, score, true])
      expect(recomputeScore(explanation)).toBe(score)
    }
  })
})

describe('paging', () => {
  async function visit(query: string, between: () => Promise<unknown> = async () => {}): Promise<number[]> {
    const seen: number[] = []
    for (let next: string | null = ''; next !== null; ) {
      const page: StoryList = await data(`/api/v1/stories?${query}${next ? `&after=${encodeURIComponent(next)}` : ''}`)
      seen.push(...page.stories.map((story) => story.id))
      next = page.next
      await between()
    }
    return seen
  }

  test.each(['score', 'newest', 'independent'])('by %s visits every story once', async (order) => {
    const seen = await visit(`order=${order}&limit=17`)
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.length).toBe(await deps.store.countStories({}))
    expect(seen).toEqual((await stories(`order=${order}&limit=200`)).slice(0, seen.length).map((story) => story.id))
  })

  test('under a reader’s weights, page by page the same list, each with the reader’s score', async () => {
    const weights = parseWeights('freshness:90,half-life-hours:2,authority:0')
    const asked = 'weights=freshness:90,half-life-hours:2,authority:0&limit=7'
    const seen: StoryList['stories'][number][] = []
    for (let after = ''; ; ) {
      const page = await data<StoryList>(`/api/v1/stories?${asked}${after}`)
      expect(page.stories.length).toBeLessThanOrEqual(7)
      seen.push(...page.stories)
      if (page.next === null) break
      after = `&after=${page.next}`
    }
    const usual = await stories('limit=200')
    expect(seen.map(({ id }) => id).sort(byNumber)).toEqual(usual.map(({ id }) => id).sort(byNumber))
    expect(seen.map(({ id }) => id)).not.toEqual(usual.map(({ id }) => id))
    expect(seen.map(({ score }) => score)).toEqual(seen.map(({ score }) => score).sort((a, b) => b - a))
    for (const { id, score, rankedAt } of seen) {
      const found = await deps.store.story(id)
      if (found?.type !== 'story') throw new Error(`no story ${id}`)
      expect(score).toBe(rankStory(found.story.rankInput, Date.parse(rankedAt), weights).value)
      expect(Date.parse(rankedAt)).toBe(deps.now())
    }
  })

  test('a page of other weights, or of none, is no page of these', async () => {
    const ofNone = await data<StoryList>('/api/v1/stories?limit=1')
    const ofOwn = await data<StoryList>('/api/v1/stories?limit=1&weights=authority:30')
    for (const [weights, after] of [
      ['authority:30', ofNone.next],
      ['authority:40', ofOwn.next],
      ['', ofOwn.next],
    ]) {
      const answer = await site.request(`/api/v1/stories?limit=1&weights=${weights}&after=${after}`)
      expect(answer.status).toBe(400)
    }
  })

  test('weights that are in force already give the usual list', async () => {
    const same = `corroboration:${DEFAULT_WEIGHTS.corroboration}`
    expect(await data(`/api/v1/stories?limit=9&weights=${same}`)).toEqual(await data('/api/v1/stories?limit=9'))
  })

  test('every weight at once still has a next page', async () => {
    const all = WEIGHTS.map(({ name, min }) => `${name}:${min || 1}`).join(',')
    const { next } = await data<StoryList>(`/api/v1/stories?limit=1&weights=${all}`)
    expect((await stories(`limit=1&weights=${all}&after=${next}`)).length).toBe(1)
  })

  test('of a search too', async () => {
    const first: StoryList = await data('/api/v1/search?q=the&limit=5')
    const second: StoryList = await data(`/api/v1/search?q=the&limit=5&after=${encodeURIComponent(first.next!)}`)
    const ids = [...first.stories, ...second.stories].map((story) => story.id)
    expect([ids.length, new Set(ids).size]).toEqual([10, 10])
  })

  test('a search says what a report has of the words, and where they stand', async () => {
    const { stories }: z.infer<typeof schemas.searchListSchema> = await data('/api/v1/search?q=accelerator')
    const snippets = stories.flatMap(({ snippet }) => snippet ?? [])
    expect(snippets.length).toBeGreaterThan(0)
    for (const { text, marks } of snippets)
      for (const { start, end } of marks) expect(text.slice(start, end)).toMatch(/accelerator/i)
    expect(snippets.some(({ marks, source }) => marks.length > 0 && source)).toBe(true)
  })

  test('stories that come in between move nothing', async () => {
    const before = await visit('order=newest&limit=40')
    let id = 2_000
    const comeIn = async () => {
      const found = await deps.store.story(before[0]!)
      if (found?.type !== 'story') throw new Error('the first story is gone')
      const { revision: _, ...record } = found.story
      id += 1
      await deps.store.commitStories({
        cursor: (await deps.store.engineState()).cursor,
        stories: [{ ...record, id, updatedAt: EVENING + id }],
        members: [],
        merges: [],
        events: [{ storyId: id, type: 'created', at: EVENING, data: { itemId: 1 } }],
      })
    }
    expect(await visit('order=newest&limit=40', comeIn)).toEqual(before)
    expect(id).toBeGreaterThan(2_002)
    await deps.store.commitStories({
      cursor: (await deps.store.engineState()).cursor,
      stories: [],
      members: [],
      merges: Array.from({ length: id - 2_000 }, (_, index) => ({ from: 2_001 + index, into: before[0]! })),
      events: [],
    })
    const moved = await site.request('/api/v1/stories/2001?lang=ja')
    expect([moved.status, moved.headers.get('location')]).toEqual([301, `/api/v1/stories/${before[0]}?lang=ja`])
  })

  test('the event log is gap-free, in pages of any size', async () => {
    const seqs: number[] = []
    for (let after = 0; ; ) {
      const page = await data<z.infer<typeof schemas.eventListSchema>>(`/api/v1/events?after=${after}&limit=77`)
      if (page.events.length === 0) break
      seqs.push(...page.events.map((event) => event.seq))
      after = page.next
    }
    expect(seqs).toEqual(Array.from({ length: seqs.length }, (_, index) => index + 1))
    expect(seqs.length).toBe((await deps.store.counts(EVENING)).lastEventSeq)
  })
})

describe('pages as JSON and the API say the same', () => {
  test.each([
    ['story', '/s/1.json', '/api/v1/stories/1'],
    ['story by Accept', '/s/1', '/api/v1/stories/1'],
    ['brief', '/brief/2026-11-23.json', '/api/v1/brief/2026-11-23'],
  ])('%s', async (_, page, api) => {
    expect(await data(page, { headers: { accept: 'application/json' } })).toEqual(await data(api))
  })

  test.each([
    ['entity', '/entity/nvidia.json', '/api/v1/entities/nvidia'],
    ['source', '/sources/aurelia-labs.json', '/api/v1/sources/aurelia-labs'],
    ['status', '/status.json', '/api/v1/status'],
  ])('%s, and more', async (_, page, api) => {
    expect(await data(page)).toMatchObject(await data<object>(api))
  })

  test('the front page lists what the API lists', async () => {
    const page = await data<StoryList>('/index.json?kind=policy')
    expect(schemas.storyListSchema.safeParse(page).success).toBe(true)
    expect(page.stories).toEqual(await stories('kind=policy&hours=24&limit=30'))
  })
})

test.each(['/s/99999999999999999999/feed.rss', '/s/1e3/feed.atom', '/s/99999999999999999999/report'])(
  '%s names no story, and no database is asked',
  async (url) => {
    expect((await site.request(url)).status).toBe(404)
  },
)

describe('caching', () => {
  test.each(['/api/v1/stories', '/api/v1/stories/1', '/feed.atom', '/feed.rss?kind=policy', '/s/1/feed.json'])(
    '%s is sent once',
    async (url) => {
      const first = await site.request(url)
      const etag = first.headers.get('etag')!
      expect(first.headers.get('vary')).toMatch(/Accept-Language/)
      const again = await site.request(url, { headers: { 'if-none-match': etag } })
      expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag])
      expect(again.headers.get('access-control-allow-origin')).toBe('*')
      expect(again.headers.get('cache-control')).toBe(first.headers.get('cache-control'))
      expect((await site.request(url, { headers: { 'if-none-match': '"other"' } })).status).toBe(200)
    },
  )

  test('answers travel compressed', async () => {
    const response = await site.request('/api/v1/stories', { headers: { 'accept-encoding': 'gzip' } })
    expect(response.headers.get('content-encoding')).toBe('gzip')
  })
})

describe('scripts of other sites', () => {
  test.each(['/api/v1/stories', '/feed.rss', '/s/1.json', '/index.json'])('may read %s', async (url) => {
    const response = await site.request(url, { headers: { origin: 'https://other.example' } })
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.get('access-control-allow-credentials')).toBeNull()
    const asked = await site.request(url, { method: 'OPTIONS', headers: { origin: 'https://other.example' } })
    expect([asked.status, asked.headers.get('access-control-allow-methods')]).toEqual([204, 'GET, HEAD'])
  })

  test('may follow live updates', async () => {
    const response = await site.request('/events', { headers: { origin: 'https://other.example' } })
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    await response.body!.cancel()
  })

  test.each(['/', '/s/1', '/events-not', '/static/none'])('may not read %s', async (url) => {
    const response = await site.request(url, { headers: { origin: 'https://other.example' } })
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
  })
})

test('a fault is a sentence with a number, and says nothing of where it happened', async () => {
  const store = {
    ...deps.store,
    counts: () => Promise.reject(new Error('SQLITE_IOERR: /srv/auspex/auspex.db password=hunter2')),
  }
  const broken = await createSite({ ...deps, store })
  const response = await broken.request('/api/v1/status')
  const { error } = (await response.json()) as { error: string }
  expect(response.status).toBe(500)
  expect(error).toMatch(/^This could not be answered \(error [0-9a-f-]{13}\)\.$/)
  expect(String(faults.at(-1))).toContain('SQLITE_IOERR')
})
