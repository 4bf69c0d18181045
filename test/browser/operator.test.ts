import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { dayEdition } from '../../src/delivery/day-edition.ts'
import { writtenBrief } from '../../src/delivery/written-brief.ts'
import { loadBeat } from '../../src/run/beat.ts'
import type { Desk } from '../../src/run/desk.ts'
import { feedImporting } from '../../src/run/feed-importing.ts'
import { hashPassword } from '../../src/site/admin/password.ts'
import type { SiteDeps } from '../../src/site/deps.ts'
import { NOON, sampleDeps } from '../../src/site/testing/day.ts'
import { openDesk } from '../fixtures/demo-day.ts'
import {
  type BrowsedSite,
  browseSite,
  faultsLightAndDark,
  openDetails,
  sidewaysPixels,
  sidewaysPixelsOfLargeText,
} from './browsed-site.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const PASSWORD = 'correct horse battery'
let deps: SiteDeps
let folder: string
let desk: Desk
let acting: NodeJS.Timeout
let site: BrowsedSite
let open: BrowsedSite['open']
/** Cookies of a signed-in operator. */
let signedIn: Awaited<ReturnType<BrowserContext['storageState']>>

beforeAll(async () => {
  const startedAt = Date.now()
  // A clock that moves: pages are kept for a second of it.
  const sample = await sampleDeps({ now: () => NOON + Date.now() - startedAt })
  folder = mkdtempSync(join(tmpdir(), 'auspex-operator-'))
  const files = { data: folder, sources: '', allow_private: '' }
  deps = {
    ...sample,
    settings: { ...sample.settings, sendsMail: true },
    importing: feedImporting(files, sample.store, () => undefined),
  }
  await deps.store.admin.setPasswordHash(await hashPassword(PASSWORD))
  await deps.store.reports.add({ storyId: 1, sentence: 'It is.', note: 'It is not.', language: 'en', at: NOON })
  await deps.store.subscribers.ask({ email: 'reader@mail.example', language: 'en', token: 'token-1', createdAt: NOON })
  desk = await openDesk(deps.store, loadBeat(), NOON)
  acting = setInterval(() => void desk.applyActs(), 200)
  site = await browseSite(deps)
  open = site.open
  const { page, context, close } = await open('/admin')
  await page.getByLabel('Password').fill(PASSWORD)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Reports by readers' }).waitFor()
  signedIn = await context.storageState()
  await close()
})

afterAll(async () => {
  clearInterval(acting)
  await site?.close()
  rmSync(folder, { recursive: true, force: true })
})

const PATHS = [
  '/corrections',
  '/corrections?lang=ja',
  '/?since=3',
  '/s/1?since=3&at=5',
  '/s/1/report',
  '/s/1/report?lang=zh-Hant',
  '/subscribe?lang=zh-Hans',
  '/subscribe/token-1',
  '/unsubscribe/token-1?lang=ja',
  '/admin',
  '/admin?lang=zh-Hant',
  '/admin/s/1',
  '/admin/sources',
  '/admin/sources?lang=ja',
]
const WIDTHS = [375, 1280]

describe.each(WIDTHS)('at %i px, light and dark', (width) => {
  test.each(PATHS)('%s', async (path) => {
    const { page, complaints, close } = await open(path, { viewport: { width, height: 900 }, storageState: signedIn })
    await openDetails(page)
    expect(await faultsLightAndDark(page)).toEqual([])
    expect(await sidewaysPixels(page), 'scrolls sideways').toBeLessThanOrEqual(0)
    expect(await sidewaysPixelsOfLargeText(page), 'in large letters').toBeLessThanOrEqual(0)
    expect(complaints).toEqual([])
    await close()
  })
})

test('without a script: report an error by keyboard, and the operator corrects and retracts', async () => {
  const reader = await open('/s/4', { javaScriptEnabled: false })
  await reader.page.getByRole('link', { name: 'Report an error' }).click()
  await reader.page.getByRole('radio').first().focus()
  await reader.page.keyboard.press('Space')
  await reader.page.getByRole('textbox').fill('The filing says something else.')
  await reader.page.keyboard.press('Tab')
  await reader.page.keyboard.press('Enter')
  await reader.page.getByRole('heading', { name: 'Thank you' }).waitFor()

  const operator = await open('/admin', { javaScriptEnabled: false, storageState: signedIn })
  const { page } = operator
  await page.getByRole('link', { name: 'story 4' }).click()
  await page.getByRole('textbox', { name: 'Headline' }).fill('Corrected by hand')
  await page.getByRole('textbox', { name: 'Reason (public)' }).first().fill('the filing says so')
  await page.getByRole('button', { name: 'Correct' }).first().click()
  await page.getByText('Headline corrected: applied').waitFor()
  const retract = page.locator('form', { has: page.getByRole('button', { name: 'Retract the story' }) })
  await retract.getByRole('textbox').fill('it was a hoax')
  await retract.getByRole('button', { name: 'Retract the story' }).click()
  await page.getByText('Story retracted: applied').waitFor()

  // A kept page is sent once more while it is made anew.
  await vi.waitFor(
    async () => {
      await reader.page.goto(`${site.base}/s/4`)
      expect(await reader.page.getByRole('heading').allTextContents()).toContain('This story was retracted')
    },
    { timeout: 10_000, interval: 500 },
  )
  expect(await reader.page.getByRole('heading', { level: 1 }).textContent()).toBe('Corrected by hand')
  await reader.page.goto(`${site.base}/corrections`)
  await reader.page.getByText('Reason: it was a hoax').waitFor()
  await reader.page.goto(`${site.base}/`)
  expect(await reader.page.getByText('Corrected by hand').count()).toBe(0)
  await reader.close()
  await operator.close()
})

const OPML = `<opml version="2.0"><body>
  <outline text="Harbour Compute Notes" xmlUrl="https://harbour-compute.example/feed.xml"/>
  <outline text="香江算力札記：關於數據中心、電力與晶片供應的長篇觀察" xmlUrl="https://hk-compute.example/${'long-path/'.repeat(12)}feed.xml"/>
  <outline text="OpenAI" xmlUrl="https://openai.com/news/rss.xml"/>
  <outline text="Printer" xmlUrl="http://192.168.0.7/feed"/>
  <outline text="Odd" xmlUrl="javascript:alert(1)"/></body></opml>`

test.each([true, false])(
  'a list of feeds is looked through, then followed, by keyboard; with a script: %s',
  async (hasScript) => {
    const { page, complaints, close } = await open('/admin/sources', {
      storageState: signedIn,
      javaScriptEnabled: hasScript,
      viewport: { width: hasScript ? 375 : 1280, height: 900 },
    })
    const text = hasScript ? OPML : OPML.replaceAll('compute.example', 'other.example')
    const buffer = Buffer.from(text)
    await page.getByLabel('OPML file').setInputFiles({ name: 'feeds.opml', mimeType: 'text/x-opml', buffer })
    await page.getByRole('button', { name: 'Look through it' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'New: to be followed 2' }).waitFor()
    await page.getByText('2 addresses are refused').waitFor()
    if (hasScript) {
      await openDetails(page)
      expect(await faultsLightAndDark(page)).toEqual([])
      expect(await sidewaysPixels(page), 'scrolls sideways').toBeLessThanOrEqual(0)
    }
    await page.getByRole('checkbox').first().focus()
    await page.keyboard.press('Space')
    await page.getByLabel('Tier').selectOption('2')
    await page.getByLabel('What they are').selectOption('trade')
    await page.getByLabel('Reason').fill('They report on data halls.')
    await page.keyboard.press('Enter')
    await page.getByText('1 feed was added.').waitFor()
    await page.getByText(/^Undo act \d+$/).waitFor()
    const known = await deps.store.sourcesById(hasScript ? ['hk-compute-example'] : ['hk-other-example'])
    expect(known).toMatchObject([
      { name: '香江算力札記：關於數據中心、電力與晶片供應的長篇觀察', tier: 2, type: 'trade' },
    ])
    expect(complaints).toEqual([])
    await close()
  },
)

test('a list too large is refused in words', async () => {
  const { page, close } = await open('/admin/sources', { storageState: signedIn })
  const buffer = Buffer.alloc(9_000_000, 'x')
  await page.getByLabel('OPML file').setInputFiles({ name: 'feeds.opml', mimeType: 'text/x-opml', buffer })
  await page.getByRole('button', { name: 'Look through it' }).click()
  await page.getByText('A list may have 4 MB at most here.').waitFor()
  await close()
})

test('the mail reads well where it is opened, light and dark, and loads nothing', async () => {
  const { store, settings } = deps
  const edition = await dayEdition({ store, timeZone: settings.timeZone, isKept: false }, '2026-11-22', NOON)
  const html = writtenBrief(edition!, 'html', { language: 'en', baseUrl: 'https://news.example' })
  for (const width of WIDTHS) {
    const context = await site.browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled: true })
    const page = await context.newPage()
    const loaded: string[] = []
    page.on('request', (request) => loaded.push(request.url()))
    await page.setContent(html)
    expect(await page.getByRole('heading', { level: 2 }).count()).toBeGreaterThan(2)
    expect(await faultsLightAndDark(page)).toEqual([])
    expect(await sidewaysPixels(page)).toBeLessThanOrEqual(0)
    expect(loaded).toEqual([])
    await context.close()
  }
})
