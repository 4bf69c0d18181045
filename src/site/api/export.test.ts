import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SiteDeps } from '../deps.ts'
import { createSite } from '../site.ts'
import { sampleDeps } from '../testing/day.ts'
import { storyPageSchema } from './story-schemas.ts'

let deps: SiteDeps
let site: Hono
beforeAll(async () => {
  deps = await sampleDeps()
  const [source] = await deps.store.sourcesById(['northlight'])
  await deps.store.saveSources([{ ...source!, licence: 'CC-BY-4.0' }])
  site = await createSite({ ...deps, settings: { ...deps.settings, dataLicence: 'ODbL-1.0' } })
})
afterAll(() => deps.store.close())

interface Line {
  readonly id: number
  readonly dataLicence?: string
  readonly coverage: readonly { readonly source: { readonly id: string }; readonly licence?: string }[]
}

async function ask(query: string, at = site) {
  const answer = await at.request(`https://news.example/api/v1/export${query}`)
  const text = await answer.text()
  const lines = text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line)
  const links = answer.headers.get('link') ?? ''
  return { answer, text, lines, links, next: /<([^>]+)>; rel="next"/.exec(links)?.[1] }
}

test('has every published story once, in the order of numbers, each as the API gives it', async () => {
  const { answer, text, lines, next } = await ask('')
  expect(answer.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8')
  expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  expect(answer.headers.get('access-control-expose-headers')).toContain('Link')
  expect(text.endsWith('}\n')).toBe(true)
  expect(next).toBeUndefined()
  const ids = lines.map(({ id }) => id)
  expect(ids).toEqual(await deps.store.publishedIds(0, 100))
  expect(ids.length).toBeGreaterThan(5)
  for (const { dataLicence, ...line } of lines) {
    expect(dataLicence).toBe('ODbL-1.0')
    const story = await (await site.request(`https://news.example/api/v1/stories/${line.id}`)).json()
    expect(line).toEqual(story)
    expect(storyPageSchema.safeParse(line).success).toBe(true)
  }
})

test('comes in portions that lead to each other and leave nothing out', async () => {
  const all = await ask('')
  const found: number[] = []
  let query: string | undefined = '?limit=2&lang=ja'
  for (let portions = 0; query !== undefined; portions++) {
    expect(portions).toBeLessThan(20)
    const { lines, next } = await ask(query)
    expect(lines.length).toBeGreaterThan(0)
    expect(lines.length).toBeLessThanOrEqual(2)
    found.push(...lines.map(({ id }) => id))
    query = next?.slice(next.indexOf('?'))
    if (query) expect(query).toContain('lang=ja')
  }
  expect(found).toEqual(all.lines.map(({ id }) => id))
  expect(await ask('?after=999999')).toMatchObject({ text: '', lines: [], next: undefined })
})

test('says the licence of what this site made, and of each item whose source states one', async () => {
  const { links, lines } = await ask('?limit=1')
  expect(links).toContain('<https://spdx.org/licenses/ODbL-1.0.html>; rel="license"')
  const coverage = (await ask('')).lines.flatMap((line) => line.coverage)
  expect(new Set(coverage.map(({ source, licence }) => source.id === 'northlight' && licence))).toEqual(
    new Set([false, 'CC-BY-4.0']),
  )
  expect(lines).toHaveLength(1)
  const silent = await ask('?limit=1', await createSite(deps))
  expect(silent.text).not.toContain('dataLicence')
  expect(silent.links).not.toContain('license')
})

test.each(['?limit=0', '?limit=201', '?after=-1', '?after=x'])('%s is refused in words', async (query) => {
  const answer = await site.request(`/api/v1/export${query}`)
  expect(answer.status).toBe(400)
  expect(await answer.text()).toContain('expected a whole number')
})
