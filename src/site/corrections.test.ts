import { beforeAll, describe, expect, test } from 'vitest'
import { NOON, sampleDeps } from './testing/day.ts'
import { sampleSite } from './testing/sample-site.ts'
import { correctionsView } from './view/corrections.ts'

let seenSeq: number
const site = sampleSite({ now: () => NOON })
beforeAll(async () => {
  const { store } = site.deps
  seenSeq = (await store.counts(NOON)).lastEventSeq
  await store.operator.ask({ act: { type: 'retract', storyId: 1 }, reason: 'a <hoax>', at: NOON })
  const { cursor } = await store.engineState()
  await store.commitStories({
    ...{ cursor, stories: [], members: [], merges: [] },
    act: { id: 1, state: 'applied', answer: '', at: NOON },
    events: [
      { storyId: 1, type: 'retracted', at: NOON, data: { act: 1, reason: 'a <hoax>' } },
      { storyId: 4, type: 'headline', at: NOON, data: { from: 'What it was called', to: 'Now' } },
      { storyId: 4, type: 'corrected', at: NOON, data: { itemId: 1, sentence: 'It never was.' } },
      { storyId: 4, type: 'rank', at: NOON, data: { from: 12.5, to: 50 } },
    ],
  })
})

const page = async (path: string, headers: Record<string, string> = {}) =>
  (await site.request(path, { headers })).text()

describe('/corrections', () => {
  test('has each act once, with its reason, and what sources took back', async () => {
    const html = await page('/corrections')
    expect(html).toContain('Story retracted')
    expect(html).toContain('Reason: a &lt;hoax&gt;')
    expect(html).toContain('<del>It never was.</del>')
    expect(html.match(/id="(act|event)-/g)).toHaveLength(2)
  })

  test('is data too', async () => {
    const { corrections } = JSON.parse(await page('/corrections.json')) as { corrections: Record<string, unknown>[] }
    expect(corrections).toHaveLength(2)
    expect(corrections.find(({ what }) => what === 'retract')).toMatchObject({
      ...{ id: 'act-1', storyId: 1, reason: 'a <hoax>', at: new Date(NOON).toISOString() },
    })
  })

  test.each(['rss', 'atom', 'json'])('is a %s feed', async (format) => {
    const response = await site.request(`/corrections/feed.${format}`)
    expect(response.status).toBe(200)
    const body = await response.text()
    expect(body).toContain('#act-1')
    expect(body).toContain('hoax')
  })
})

test('corrections of one instant are shown newest first, whatever their numbers', async () => {
  const deps = await sampleDeps({ now: () => NOON })
  const { cursor } = await deps.store.engineState()
  const events = Array.from({ length: 12 }, (_, index) => ({
    ...{ storyId: 4, type: 'corrected' as const, at: NOON, data: { itemId: 1, sentence: `Sentence ${index}.` } },
  }))
  await deps.store.commitStories({ ...{ cursor, stories: [], members: [], merges: [] }, events })
  const numbers = (await correctionsView(deps.store)).corrections.map(({ id }) => Number(id.split('-')[1]))
  expect(numbers).toHaveLength(12)
  expect(numbers).toEqual([...numbers].sort((a, b) => b - a))
  await deps.store.close()
})

test('an act with many events hides no correction by a source before it', async () => {
  const deps = await sampleDeps({ now: () => NOON })
  const { cursor } = await deps.store.engineState()
  const correction = (data: Record<string, string | number>) => ({
    ...{ storyId: 4, type: 'corrected' as const, at: NOON, data: { itemId: 1, ...data } },
  })
  const events = [
    correction({ sentence: 'By a source.' }),
    ...Array.from({ length: 300 }, () => correction({ act: 1, sentence: 'By an act.' })),
  ]
  await deps.store.commitStories({ ...{ cursor, stories: [], members: [], merges: [] }, events })
  const { corrections } = await correctionsView(deps.store)
  expect(corrections.map(({ sentence }) => sentence)).toEqual(['By a source.'])
  await deps.store.close()
})

describe('since you looked', () => {
  test('the front page says what changed, and the story’s page how', async () => {
    const html = await page(`/?since=${seenSeq}`)
    expect(html).toContain('Since you looked')
    expect(html).toContain('2 changed')
    expect(html).toContain(`/s/4?since=${seenSeq}`)
    const story = await page(`/s/4?since=${seenSeq}`)
    expect(story).toContain('A source says it no more: “<span>It never was.</span>”')
    expect(story).toContain('12.5 → 50')
    expect(story).not.toContain('Nothing has changed since you looked.')
  })

  test('what is in another language than the page says so, also where the log keeps words alone', async () => {
    expect(await page(`/s/4?since=${seenSeq}&lang=ja`)).toContain('<span lang="en">It never was.</span>')
    const corrections = await page('/corrections?lang=ja')
    expect(corrections).toContain('<del lang="en">It never was.</del>')
    expect(corrections).toMatch(/<a href="\/s\/4[^"]*" lang="en">For a harbour city/)
    const sources = await page('/sources?lang=ja')
    expect(sources).toContain('<span lang="en">The Straits Ledger</span>')
    // In a page of its own language nothing is marked.
    expect(await page('/sources')).not.toContain('<span lang="en">')
  })

  test('nothing changed says so', async () => {
    expect(await page(`/?since=${seenSeq + 9}`)).toContain('Nothing has changed since you looked.')
  })

  test('is remembered in a cookie only for who asks, and forgotten again', async () => {
    expect((await site.request('/')).headers.get('set-cookie')).toBeNull()
    const remembered = await site.request('/?seen=now&kind=policy')
    expect([remembered.status, remembered.headers.get('location')]).toEqual([303, '/?kind=policy'])
    expect(remembered.headers.get('set-cookie')).toMatch(new RegExp(`^seen=${seenSeq + 4}; .*HttpOnly$`))
    expect((await site.request('/?seen=off')).headers.get('set-cookie')).toContain('Max-Age=0')
    const cookie = `seen=${seenSeq}`
    expect(await page('/', { cookie })).toContain('2 changed')
    // The page of one reader is not another's.
    expect(await page('/')).not.toContain('2 changed')
  })
})

test('a story can be read as of an earlier event', async () => {
  const html = await page(`/s/4?at=${seenSeq}`)
  expect(html).toContain(`As of event ${seenSeq}`)
  expect(html).toContain('What it was called</h1>')
  // Nothing of how it stands now beside it, and no search engine takes it for the story.
  expect(html).not.toContain('Facts side by side')
  expect(html).not.toContain('50 of 100')
  expect(html).toContain('noindex')
  expect(await page('/s/4?at=0')).not.toContain('As of event')
})

describe('an edition', () => {
  test('is Markdown and plain text, and in a feed', async () => {
    const markdown = await site.request('/brief/2026-11-22.md')
    expect(markdown.headers.get('content-type')).toBe('text/markdown; charset=utf-8')
    expect(await markdown.text()).toMatch(/^# Brief of 2026/)
    expect(await page('/brief/2026-11-22.txt')).toContain('====')
    expect((await site.request('/brief/2126-01-01.md')).status).toBe(404)
    const feed = await page('/brief/feed.atom')
    expect(feed).toContain('<feed')
  })
})

test('a search has feeds: an alert without an account', async () => {
  expect(await page('/search?q=Halden')).toContain('/search/feed.atom?q=Halden')
  const feed = await page('/search/feed.atom?q=Halden')
  expect(feed).toContain('Halden Compute')
  expect(await page('/search/feed.rss?q=')).toContain('<rss')
})
