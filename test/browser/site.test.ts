import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { SiteDeps } from '../../src/site/deps.ts'
import { addStory, NOON, sampleDeps } from '../../src/site/testing/day.ts'
import {
  type BrowsedSite,
  browseSite,
  faultsLightAndDark,
  openDetails,
  sidewaysPixels,
  sidewaysPixelsOfLargeText,
} from './browsed-site.ts'
import { ChromiumMissingError, findChromium } from './chromium.ts'

// Five pages are looked at at once; on a busy machine one of them waits.
vi.setConfig({ testTimeout: 60_000 })

let deps: SiteDeps
let site: BrowsedSite
let open: BrowsedSite['open']
let told: (() => void) | undefined

beforeAll(async () => {
  const start = Date.now()
  deps = await sampleDeps({
    now: () => NOON + Date.now() - start,
    onEvents: (listener) => {
      told = listener
      return () => undefined
    },
  })
  site = await browseSite(deps)
  open = site.open
})

afterAll(() => site?.close())

const PATHS = [
  '/',
  '/?kind=policy&lang=zh-Hant',
  '/?lang=ja',
  '/?lang=ko',
  '/?kind=research&language=ko',
  '/?weights=authority:20',
  '/s/1',
  '/s/4?lang=zh-Hans',
  '/s/8',
  '/s/999999',
  '/pulse',
  '/sources',
  '/sources?find=kawan&lang=zh-Hant',
  '/sources/kawan',
  '/entity/johor',
  '/search?q=Halden',
  '/search?q=zeppelin',
  '/brief/2026-11-22',
  '/archive',
  '/methods',
  '/status',
  '/api',
  '/api?lang=ko',
  '/saved?s=1-4-8',
  '/saved?lang=ja',
  '/?hide=northlight,johor',
  '/pulse?hide=viewer&lang=zh-Hans',
  '/hidden-words',
  '/hidden-words?hide=crypto,%E5%8A%A0%E5%AF%86&lang=ko',
  '/nope',
]

describe.each([375, 1280])('at %i px, light and dark', (width) => {
  test.concurrent.each(PATHS)('%s', async (path) => {
    const { page, complaints, close } = await open(path, { viewport: { width, height: 900 } })
    await openDetails(page)
    expect(await faultsLightAndDark(page)).toEqual([])
    expect(await sidewaysPixels(page), 'scrolls sideways').toBeLessThanOrEqual(0)
    expect(await sidewaysPixelsOfLargeText(page), 'in large letters').toBeLessThanOrEqual(0)
    expect(complaints).toEqual([])
    await close()
  })
})

test('320 px wide, with everything open, nothing scrolls sideways', async () => {
  for (const path of ['/', '/s/1', '/sources', '/sources/kawan', '/methods']) {
    const { page, close } = await open(path, { viewport: { width: 320, height: 700 } })
    await openDetails(page)
    expect(await sidewaysPixels(page), path).toBeLessThanOrEqual(0)
    await close()
  }
})

test('in large letters on a phone, terms stand above what they mean, in lines that can be read', async () => {
  const { page, close } = await open('/s/1', { viewport: { width: 375, height: 900 } })
  await openDetails(page)
  await sidewaysPixelsOfLargeText(page)
  const widths = await page.locator('main dd').evaluateAll((lines) => lines.map((line) => line.clientWidth))
  expect(Math.min(...widths)).toBeGreaterThan(250)
  await close()
})

describe('by keyboard', () => {
  test('the first stop is the link past the frame, it is seen, and it leads to the content', async () => {
    const { page, close } = await open('/')
    await page.keyboard.press('Tab')
    const skip = page.locator('a.skip')
    expect(await page.evaluate('document.activeElement.className')).toContain('skip')
    expect((await skip.boundingBox())!.width).toBeGreaterThan(50)
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement.id')).toBe('main')
    await close()
  })

  test('focus is visible wherever it stands', async () => {
    const { page, close } = await open('/')
    for (let stop = 0; stop < 15; stop++) {
      await page.keyboard.press('Tab')
      const outline = await page.evaluate<string>('getComputedStyle(document.activeElement).outlineStyle')
      expect(outline, `stop ${stop}`).toBe('solid')
    }
    await close()
  })

  test('what is folded opens', async () => {
    const { page, close } = await open('/s/1')
    const summary = page.locator('#rank summary')
    await summary.focus()
    await page.keyboard.press('Enter')
    expect(await page.locator('#rank table').isVisible()).toBe(true)
    await page.keyboard.press('Space')
    expect(await page.locator('#rank table').isVisible()).toBe(false)
    await close()
  })
})

describe('live', () => {
  test('a quiet bar counts the new stories of its list, the page does not jump, and the link leads to them', async () => {
    const { page, complaints, close } = await open('/?kind=tool&hide=rumour')
    await page.waitForTimeout(300)
    const before = await page.locator('.entry').count()
    for (const id of [60, 61]) {
      await addStory(deps.store, {
        id,
        kind: 'tool',
        members: [{ source: 'straits-ledger', title: `Just in: number ${id}`, ageHours: 0 }],
      })
    }
    await addStory(deps.store, {
      id: 62,
      kind: 'tool',
      isCommunity: true,
      members: [{ source: 'data-halls', title: 'A toot', ageHours: 0 }],
    })
    for (const [id, more] of [
      [63, { state: 'off-beat' }],
      [64, { members: [{ source: 'straits-ledger', title: 'Just in: a rumour', ageHours: 0 }] }],
      [65, { kind: 'policy' }],
    ] as const) {
      const members = [{ source: 'straits-ledger', title: `Just in: number ${id}`, ageHours: 0 }]
      await addStory(deps.store, { id, kind: 'tool', members, ...more })
    }
    told?.()
    const bar = page.locator('#live a')
    await bar.waitFor({ timeout: 8_000 })
    expect(await bar.textContent()).toBe('2 new stories')
    expect(await page.locator('.entry').count()).toBe(before)
    await bar.click()
    await page.getByRole('link', { name: 'Just in: number 60' }).waitFor({ timeout: 5_000 })
    expect(await page.locator('#live a').count()).toBe(0)
    expect(complaints).toEqual([])
    await close()
  })
})

describe('without JavaScript', () => {
  test.each(['/', '/s/1', '/search', '/methods'])('%s is complete', async (path) => {
    const { page, close } = await open(path, { javaScriptEnabled: false })
    expect(await page.locator('main').innerText()).not.toBe('')
    expect(await page.locator('h1').count()).toBe(1)
    await close()
  })

  test('filters, pages of stories, search and weights work', async () => {
    const { page, close } = await open('/', { javaScriptEnabled: false })
    await page.getByRole('navigation', { name: 'Kind' }).getByText('Policy').click()
    expect(page.url()).toContain('kind=policy')
    await page.locator('.entry h2 a').first().click()
    expect(new URL(page.url()).pathname).toMatch(/^\/s\/3/)
    await page.getByRole('link', { name: 'Search' }).first().click()
    await page.getByLabel('Words in any language').fill('Halden')
    await page.getByRole('button', { name: 'Search' }).click()
    expect(await page.locator('main').innerText()).toContain('Halden Compute')
    await page.goto(`${site.base}/methods`)
    await page.getByLabel('novelty').fill('50')
    await page.getByRole('button', { name: 'Rank with these' }).click()
    expect(page.url()).toContain('weights=novelty:50')
    await close()
  })
})

test('theme and language are kept', async () => {
  const { page, close } = await open('/', { colorScheme: 'light' })
  await page.getByRole('navigation', { name: 'Theme' }).getByText('dark').click()
  expect(new URL(page.url()).search).toBe('')
  expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
  expect(await page.evaluate('getComputedStyle(document.documentElement).backgroundColor')).toBe('rgb(16, 21, 20)')
  await page.getByRole('navigation', { name: 'Interface language' }).getByText('日本語').click()
  await page.goto(`${site.base}/sources`)
  expect(await page.locator('html').getAttribute('lang')).toBe('ja')
  expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
  await close()
})

test('print is light, without navigation', async () => {
  const { page, close } = await open('/s/1', { colorScheme: 'dark' })
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.mast nav').first().isVisible()).toBe(false)
  expect(await page.evaluate('getComputedStyle(document.documentElement).backgroundColor')).toBe('rgb(255, 255, 255)')
  await close()
})

test('a missing browser is said plainly', () => {
  expect(() => findChromium({ CHROMIUM_PATH: '/nowhere/chromium' })).toThrow(ChromiumMissingError)
  expect(() => findChromium({ CHROMIUM_PATH: '/nowhere/chromium' })).toThrow(/apt-get install chromium/)
})
