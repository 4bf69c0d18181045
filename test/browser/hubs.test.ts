import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { sampleDeps } from '../../src/site/testing/day.ts'
import {
  type BrowsedSite,
  browseSite,
  faultsLightAndDark,
  openDetails,
  sidewaysPixels,
  sidewaysPixelsOfLargeText,
} from './browsed-site.ts'

vi.setConfig({ testTimeout: 90_000 })

let site: BrowsedSite
let open: BrowsedSite['open']

beforeAll(async () => {
  site = await browseSite(await sampleDeps())
  open = site.open
})

afterAll(() => site?.close())

const ANSWER = '/hub/decide?c.latency=1&c.regulatory-flexibility=2&c.compute=3&m.mainland-china=1&split=1&link=10'
const PATHS = [
  '/hub',
  '/hub/hong-kong',
  '/hub/gba',
  '/hub/compare',
  '/hub/compare/hong-kong/tokyo/osaka/seoul/taipei/singapore',
  '/hub/decide?c.carbon=many',
  ANSWER,
  // Whom its figures are from has a long name.
  '/hub/decide?c.carbon=1&c.price=2&c.regulatory-flexibility=3',
]

describe.each([375, 1280])('at %i px, light and dark', (width) => {
  test.each(PATHS)('%s has no fault that axe finds, and does not scroll sideways', async (path) => {
    const { page, complaints, close } = await open(path, { viewport: { width, height: 900 } })
    await openDetails(page)
    expect(await faultsLightAndDark(page)).toEqual([])
    expect(await sidewaysPixels(page)).toBeLessThanOrEqual(0)
    expect(await sidewaysPixelsOfLargeText(page), 'in large letters').toBeLessThanOrEqual(0)
    // A number field says so when an address brings it a word.
    expect(complaints.filter((each) => !each.includes('"many" cannot be parsed'))).toEqual([])
    await close()
  })
})

test.each([660, 800, 1000])('at %i px, tables of many columns do not push the page sideways', async (width) => {
  for (const path of ['/hub', '/hub/compare/hong-kong/tokyo/osaka/seoul/taipei/singapore']) {
    const { page, close } = await open(path, { viewport: { width, height: 900 } })
    expect(await sidewaysPixels(page), path).toBeLessThanOrEqual(0)
    await close()
  }
})

test('the guide answers without a script, by an address that can be shared', async () => {
  const { page, close } = await open('/hub/decide', { javaScriptEnabled: false })
  await page.click('button[type=submit]')
  expect(page.url()).toContain('c.latency=1')
  expect(await page.textContent('main')).toMatch(/first in \d+(?:\.\d)?% of 4,000 runs/)
  await close()
})

test('the guide is filled in and answered by keyboard, and the answer’s folded tables open by it', async () => {
  const { page, close } = await open('/hub/decide', { javaScriptEnabled: false })
  await page.focus('input[name="c.price"]')
  await page.keyboard.type('4')
  await page.keyboard.press('Enter')
  await page.waitForURL('**c.price=4**')
  await page.waitForLoadState()
  const countOpen = () => page.locator('details[open]').count()
  const before = await countOpen()
  await page.locator('details:not([open]) > summary').first().focus()
  await page.keyboard.press('Enter')
  await expect.poll(countOpen).toBe(before + 1)
  await close()
})

test('in print, what is folded on the screen is there, and the form is not', async () => {
  const { page, close } = await open(ANSWER, { viewport: { width: 794, height: 1100 } })
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('form').first().isVisible()).toBe(false)
  expect(await page.locator('details:not([open]) td').first().isVisible()).toBe(true)
  expect(await page.textContent('main dl.facts')).toContain('Mainland China 100%')
  await close()
})

test('hubs are chosen and compared by keyboard, without a script', async () => {
  const { page, close } = await open('/hub/compare', { javaScriptEnabled: false })
  for (const hub of ['tokyo', 'seoul']) {
    await page.focus(`input[value=${hub}]`)
    await page.keyboard.press('Space')
  }
  await page.keyboard.press('Enter')
  await page.waitForURL('**/hub/compare/tokyo/seoul')
  await close()
})
