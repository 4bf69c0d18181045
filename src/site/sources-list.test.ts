import { beforeAll, describe, expect, test } from 'vitest'
import { sampleSource } from '../store/testing/samples.ts'
import { createSite } from './site.ts'
import { sampleDeps } from './testing/day.ts'
import { sampleSite } from './testing/sample-site.ts'
import { SOURCES_ON_PAGE } from './view/source.ts'

const MANY = 2 * SOURCES_ON_PAGE + 50
const site = sampleSite()
beforeAll(async () => {
  await site.deps.store.saveSources(
    Array.from({ length: MANY }, (_, at) => {
      // Names in another order than ids.
      const name = `${at % 7 === 0 ? 'Écho' : 'Paper'} ${(at * 7_919) % 10_007}`
      return sampleSource(`many-${at}`, { name, family: `Owner ${at % 3}`, tier: at % 2 === 0 ? 2 : 3 })
    }),
  )
})

interface SourcesJson {
  readonly sources: readonly { readonly id: string; readonly name: string; readonly tier: number }[]
  readonly total: number
  readonly next: string | null
}
const readJson = async (path: string) => (await (await site.request(path)).json()) as SourcesJson
const read = async (path: string) => (await site.request(path)).text()

describe('a long list of sources', () => {
  test('has each source on one page, by tier, then name, whatever the letters’ case and accents', async () => {
    const found: SourcesJson['sources'][number][] = []
    let path: string | null = '/sources.json'
    for (let pages = 0; path; pages++) {
      expect(pages).toBeLessThan(4)
      const { sources, next, total }: SourcesJson = await readJson(path)
      expect(sources.length).toBeLessThanOrEqual(SOURCES_ON_PAGE)
      expect(total).toBe((await site.deps.store.sources()).length)
      found.push(...sources)
      path = next && new URL(next).pathname.replace('/sources', '/sources.json') + new URL(next).search
    }
    const ids = (await site.deps.store.sources()).map(({ id }) => id)
    expect(found.map(({ id }) => id).sort()).toEqual([...ids].sort())
    const places = found.map(
      ({ tier, name }) => [tier, name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()] as const,
    )
    expect(places).toEqual([...places].sort(([a, x], [b, y]) => a - b || (x < y ? -1 : x > y ? 1 : 0)))
  })

  test('leads from page to page and back, and says how many sources are read in all', async () => {
    const first = await read('/sources')
    const enabled = (await site.deps.store.sources()).filter(({ isEnabled }) => isEnabled).length
    expect(first).toContain(`${enabled} sources`)
    expect(first).toContain('<a href="/sources?page=2" rel="next">')
    const second = await read('/sources?page=2')
    expect(second).toContain('<a href="/sources" rel="prev">')
    expect(second).toContain('<a href="/sources?page=3" rel="next">')
    const beyond = await site.request('/sources?page=900')
    expect([beyond.status, beyond.headers.get('location')]).toEqual([302, '/sources'])
    expect((await site.request('/sources.json?page=x')).status).toBe(400)
    expect((await site.request('/sources?page=x')).status).toBe(200)
  })

  test.each([
    ['ECHO', (name: string) => name.startsWith('Écho')],
    ['owner 2', undefined],
    ['many-77', undefined],
  ])('%s finds by name, owner or id, and pages keep it', async (find, isIn) => {
    const query = encodeURIComponent(find)
    const { sources, total } = await readJson(`/sources.json?find=${query}`)
    expect(total).toBeGreaterThan(0)
    expect(total).toBeLessThan(MANY / 2)
    if (isIn) expect(sources.every(({ name }) => isIn(name))).toBe(true)
    const html = await read(`/sources?find=${query}`)
    expect(html).toContain(`value="${find}"`)
    expect(html).toContain(`${total} source`)
  })

  test('of which none fits says so, and nothing of what was typed is markup', async () => {
    const html = await read('/sources?find=%22%3E%3Cimg%20src=x%3E')
    expect(html).toContain('0 sources')
    expect(html).not.toContain('<img')
  })
})

test('a list of one page has no form and no pages', async () => {
  const own = await sampleDeps()
  const html = await (await (await createSite(own)).request('/sources')).text()
  expect(html).not.toContain('name="find"')
  expect(html).not.toContain('rel="next"')
  await own.store.close()
})
