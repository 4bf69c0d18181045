import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoDayDeps } from '../../../test/fixtures/demo-day.ts'
import type { SiteDeps } from '../deps.ts'
import { paths } from '../paths.ts'
import { createSite } from '../site.ts'

let deps: SiteDeps
let site: Hono

beforeAll(async () => {
  deps = await demoDayDeps()
  site = await createSite(deps)
})
afterAll(() => deps.store.close())

interface Said {
  readonly storyId: number
  readonly hub: string
  readonly quote: string
  readonly itemId: number
}
type Evidence = Said & { readonly facet: string; readonly stance: string; readonly independent: number }
type Claim = Said & { readonly verdict: string; readonly because: string; readonly evidence: readonly object[] }

async function get<T>(path: string, status = 200): Promise<T> {
  const response = await site.request(path)
  expect(response.status, path).toBe(status)
  return (await response.json()) as T
}

test('the day has evidence on hubs, verbatim, with counts by facet', async () => {
  const { evidence, facets } = await get<{ evidence: Evidence[]; facets: { facet: string; evidence: number }[] }>(
    '/api/v1/evidence?hub=hong-kong&limit=200',
  )
  expect(evidence.length).toBeGreaterThan(4)
  expect(facets.reduce((sum, each) => sum + each.evidence, 0)).toBe(evidence.length)
  const items = await deps.store.items(evidence.map(({ itemId }) => itemId))
  for (const each of evidence) {
    const item = items.find(({ id }) => id === each.itemId)!
    expect(`${item.title}\n${item.text}`).toContain(each.quote)
  }
  const energy = await get<{ evidence: Evidence[] }>('/api/v1/evidence?hub=hong-kong&facet=infrastructure.energy')
  expect(new Set(energy.evidence.map(({ facet }) => facet))).toEqual(new Set(['infrastructure.energy']))
})

test('claims come with their verdict, on the page too, in the reader’s language', async () => {
  const { claims } = await get<{ claims: Claim[] }>('/api/v1/claims?hub=tokyo&lang=en')
  const latency = claims.find(({ verdict }) => verdict === 'impossible')!
  expect(latency.because).toContain('impossible as a round trip; plausible one-way')
  expect(latency.evidence.length).toBeGreaterThan(0)
  const ofStory = await get<{ claims: Claim[] }>(`/api/v1/claims?story=${latency.storyId}&lang=ja`)
  expect(ofStory.claims.map(({ because }) => because).join()).toContain('往復では不可能')
  const page = await (await site.request(paths.storyById(latency.storyId))).text()
  expect(page).toContain('physically impossible')
  expect(page).toContain('id="claim-1"')
  expect(page).toContain('great circle')
})

test('what cannot be asked is refused with the reason', async () => {
  expect(await get('/api/v1/evidence?hub=atlantis', 404)).toEqual({ error: 'There is no hub "atlantis".' })
  expect(await get('/api/v1/claims', 400)).toEqual({ error: 'Ask for the claims of one `story` or of one `hub`.' })
  await get('/api/v1/evidence?hub=tokyo&limit=9999', 400)
  await get('/api/v1/claims?story=1&offset=-1', 400)
  await get('/api/v1/evidence?hub=johor&limit=0x10', 400)
  await get('/api/v1/evidence?hub=johor&limit=', 400)
})
