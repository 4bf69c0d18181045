import { expect, test } from 'vitest'
import { HOUR_MS } from '../lib/instant.ts'
import { sampleState } from '../store/testing/samples.ts'
import { createSite } from './site.ts'
import { addStory, NOON, RUNNING, sampleDeps } from './testing/day.ts'
import { sampleStories } from './testing/sample-stories.ts'

test('first start: says how far reading is, and asks again by itself', async () => {
  const empty = await sampleDeps({ status: () => ({ ...RUNNING, feedsTried: 61, feedsTotal: 214 }) }, true)
  const page = await (await (await createSite(empty)).request('/')).text()
  expect(page).toContain('Reading 214 feeds for the first time')
  expect(page).toContain('61 asked, 153 to go')
  expect(page).toContain('http-equiv="refresh" content="15"')
  expect(page).toMatch(/<progress max="214" value="61"/)
  await empty.store.close()
})

test('offline: says so plainly, above what is kept', async () => {
  const status = () => ({
    ...RUNNING,
    polling: 'offline' as const,
    offlineSince: NOON - 4 * HOUR_MS,
    offlineReason: 'the name service does not answer',
  })
  const own = await sampleDeps({ status })
  const page = await (await (await createSite(own)).request('/')).text()
  expect(page).toContain('No source has answered since 22 Nov, 09:44')
  expect(page).toContain('it keeps trying by itself')
  expect(page).toContain('the name service does not answer')
  expect(page).toContain('Northlight publishes')
  await own.store.close()
})

test('offline from the start: what was tried is not said to be read', async () => {
  const status = () => ({ ...RUNNING, polling: 'offline' as const, offlineReason: 'the name service does not answer' })
  const own = await sampleDeps({ status }, true)
  const head = async () => {
    const page = await (await (await createSite(own)).request('/status')).text()
    return /<b>(?:Live|Offline)<\/b>.*?<\/time>([^<]*)</.exec(page)?.[1]
  }
  expect(await head()).toBe(' · nothing read yet')
  const state = sampleState('a', {
    failuresInARow: 1,
    error: 'no network',
    lastAttemptAt: NOON,
    lastSuccessAt: undefined,
  })
  await own.store.saveFeed({ state, drafts: [] })
  expect(await head()).toBe(' · nothing read yet, tried just now')
  await own.store.saveFeed({ state: { ...state, lastSuccessAt: NOON - 4 * HOUR_MS }, drafts: [] })
  expect(await head()).toBe(' · read 4 hr ago')
  await own.store.close()
})

test('a time in which nothing was read is said, to people and programs', async () => {
  const own = await sampleDeps()
  const gap = { from: NOON - 9 * 3_600_000, until: NOON - 3_600_000 }
  const site = await createSite({ ...own, status: () => ({ ...own.status(), gap }) })
  const page = await (await site.request('/status')).text()
  expect(page).toContain('Nothing read')
  expect(page).toContain(`datetime="${new Date(gap.from).toISOString()}"`)
  const told = (await (await site.request('/api/v1/status')).json()) as { gap: unknown }
  expect(told.gap).toEqual({ from: new Date(gap.from).toISOString(), until: new Date(gap.until).toISOString() })
  await own.store.close()
})

test('empty and read through: nothing is made up', async () => {
  const own = await sampleDeps({}, true)
  const page = await (await (await createSite(own)).request('/')).text()
  expect(page).toContain('Nothing is made up to fill the page')
  await own.store.close()
})

test('a fault of ours: a number, no stack, and the fault is passed on', async () => {
  const faults: unknown[] = []
  const own = await sampleDeps({ onFault: (fault, reference) => faults.push([fault, reference]) })
  const broken = await createSite({
    ...own,
    store: { ...own.store, healthOfSources: () => Promise.reject(new Error('secret path /etc/x')) },
  })
  const response = await broken.request('/sources')
  const page = await response.text()
  expect(response.status).toBe(500)
  expect(page).toContain('This page could not be made')
  expect(page).not.toContain('secret')
  expect(page).toContain((faults as [unknown, string][])[0]![1])
  expect(response.headers.get('content-security-policy')).toBeTruthy()
  await own.store.close()
  const gone = await broken.request('/sources')
  expect(gone.status).toBe(500)
  expect(await gone.text()).toMatch(/^This page could not be made \(error/)
})

test('empty because all that came is off the beat: says so', async () => {
  const own = await sampleDeps({}, true)
  const [off] = sampleStories(NOON).filter(({ state }) => state === 'off-beat')
  await addStory(own.store, off!)
  const page = await (await (await createSite(own)).request('/')).text()
  expect(page).toContain('Not counted: 1 story outside the field that this site follows.')
  await own.store.close()
})

test('a demo says on every page, and in its feeds, that its stories are invented', async () => {
  const own = await sampleDeps()
  const tagline = { en: 'Orchard news' }
  const demo = await createSite({ ...own, settings: { ...own.settings, tagline, isDemo: true } })
  const real = await createSite({ ...own, settings: { ...own.settings, tagline } })
  for (const path of ['/', '/s/9', '/hub', '/status', '/feed.atom', '/feed.rss', '/feed.json']) {
    expect(await (await demo.request(path)).text(), path).toContain('sources and stories are invented')
    expect(await (await real.request(path)).text(), path).not.toContain('invented')
  }
  expect(await (await demo.request('/?lang=ja')).text()).toContain('話題は架空')
  expect(await (await real.request('/?lang=ja')).text()).toContain('<small>Orchard news</small>')
  await own.store.close()
})

test('a beat without hubs has no word of them', async () => {
  const own = await sampleDeps()
  const site = await createSite({ ...own, settings: { ...own.settings, hasHubs: false } })
  const page = await (await site.request('/')).text()
  expect(page).not.toMatch(/href="\/hub[/"]/)
  expect(await (await site.request('/methods')).text()).not.toMatch(/id="hubs"|#hubs/)
  for (const path of ['/hub', '/hub/decide', '/hub/hong-kong', '/api/v1/hubs']) {
    expect((await site.request(path)).status, path).toBe(404)
  }
  expect(await (await site.request('/api/v1/openapi.json')).text()).not.toContain('/hubs')
  await own.store.close()
})
