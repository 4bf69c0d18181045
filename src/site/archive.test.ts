import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayEdition, KEPT_AFTER_MS } from '../delivery/day-edition.ts'
import { DAY_MS } from '../lib/instant.ts'
import type { SiteDeps } from './deps.ts'
import { createSite } from './site.ts'
import { NOON, sampleDeps } from './testing/day.ts'

let deps: SiteDeps
let site: Awaited<ReturnType<typeof createSite>>

beforeAll(async () => {
  deps = await sampleDeps()
  const { store } = deps
  // The day of the samples, and one without stories two months before, as a site that has run for long keeps them.
  for (const [date, at] of [
    ['2026-11-22', NOON + DAY_MS + KEPT_AFTER_MS],
    ['2026-11-20', NOON],
    ['2026-09-30', NOON],
  ] as const) {
    await dayEdition({ store, timeZone: deps.settings.timeZone, isKept: true }, date, at)
  }
  site = await createSite({ ...deps, now: () => NOON + 2 * DAY_MS })
})

afterAll(() => deps.store.close())

const page = async (path: string) => {
  const response = await site.request(path, { headers: { 'accept-language': 'en' } })
  return { status: response.status, text: await response.text(), location: response.headers.get('location') }
}

test('the briefs of this month are listed, newest first, each with what led it; other months are a link away', async () => {
  const { status, text } = await page('/archive')
  expect(status).toBe(200)
  expect(text).toContain('<h1>Briefs of 2026-11</h1>')
  expect(text.indexOf('href="/brief/2026-11-22"')).toBeGreaterThan(0)
  expect(text.indexOf('href="/brief/2026-11-22"')).toBeLessThan(text.indexOf('href="/brief/2026-11-20"'))
  const { stories } = JSON.parse((await page('/brief/2026-11-22.json')).text) as { stories: { headline: string }[] }
  expect(text).toContain(stories[0]!.headline)
  expect(text).toContain('href="/archive/2026-09"')
  const before = await page('/archive/2026-09')
  expect(before.text).toContain('href="/brief/2026-09-30"')
  expect(before.text).toContain('href="/archive/2026-11"')
})

test('a month without any says so, and what is no month is not found', async () => {
  expect((await page('/archive/2026-10')).text).toContain('No brief of this month is kept')
  for (const path of ['/archive/2026-13', '/archive/nonsense', '/archive/2026-11-22']) {
    expect((await page(path)).status, path).toBe(404)
  }
})

test('it is data too, and found from the brief, the front page and a typed address', async () => {
  expect(JSON.parse((await page('/archive/2026-11.json')).text)).toMatchObject({
    ...{ month: '2026-11', before: '2026-09' },
    days: [{ date: '2026-11-22' }, { date: '2026-11-20', total: 0 }],
  })
  expect((await page('/')).text).toContain('href="/archive"')
  expect((await page('/brief/2026-11-20')).text).toContain('href="/archive/2026-11"')
  expect(await page('/editions')).toMatchObject({ status: 301, location: '/archive' })
})
