import type { AddressInfo } from 'node:net'
import { AxeBuilder } from '@axe-core/playwright'
import { type ServerType, serve } from '@hono/node-server'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { SiteDeps } from '../../src/site/deps.ts'
import { createSite } from '../../src/site/site.ts'
import { sampleDeps } from '../../src/site/testing/day.ts'
import { launchChromium } from './chromium.ts'

vi.setConfig({ testTimeout: 90_000 })

let deps: SiteDeps
let server: ServerType
let browser: Browser
let base: string

beforeAll(async () => {
  browser = await launchChromium()
  deps = await sampleDeps()
  const site = await createSite(deps)
  base = await new Promise((resolve) => {
    server = serve({ fetch: site.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }: AddressInfo) =>
      resolve(`http://127.0.0.1:${port}`),
    )
  })
})

afterAll(async () => {
  await browser?.close()
  if (server && 'closeAllConnections' in server) server.closeAllConnections()
  server?.close()
  await deps?.store.close()
})

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
const SCREENS = [
  { width: 375, colorScheme: 'light' },
  { width: 375, colorScheme: 'dark' },
  { width: 1280, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
] as const

describe.each(SCREENS)('at $width px, $colorScheme', ({ width, colorScheme }) => {
  test.each(PATHS)('%s has no fault that axe finds, and does not scroll sideways', async (path) => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme })
    const page = await context.newPage()
    await page.goto(base + path)
    await page.evaluate(`document.querySelectorAll('details').forEach((details) => { details.open = true })`)
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze()
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
    ).toEqual([])
    const sideways = await page.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    )
    expect(sideways).toBeLessThanOrEqual(0)
    await context.close()
  })
})

test('the guide answers without a script, by an address that can be shared', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${base}/hub/decide`)
  await page.click('button[type=submit]')
  expect(page.url()).toContain('c.latency=1')
  expect(await page.textContent('main')).toMatch(/first in \d+% of 4,000 runs/)
  await context.close()
})

test('the guide is filled in and answered by keyboard, and the answer’s folded tables open by it', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${base}/hub/decide`)
  await page.focus('input[name="c.price"]')
  await page.keyboard.type('4')
  await page.keyboard.press('Enter')
  await page.waitForURL('**c.price=4**')
  await page.waitForLoadState()
  const open = () => page.locator('details[open]').count()
  const before = await open()
  await page.locator('details:not([open]) > summary').first().focus()
  await page.keyboard.press('Enter')
  await expect.poll(open).toBe(before + 1)
  await context.close()
})

test('in print, what is folded on the screen is there, and the form is not', async () => {
  const context = await browser.newContext({ viewport: { width: 794, height: 1100 } })
  const page = await context.newPage()
  await page.emulateMedia({ media: 'print' })
  await page.goto(base + ANSWER)
  expect(await page.locator('form').first().isVisible()).toBe(false)
  expect(await page.locator('details:not([open]) td').first().isVisible()).toBe(true)
  expect(await page.textContent('main dl.facts')).toContain('Mainland China 100%')
  await context.close()
})

test('hubs are chosen and compared by keyboard, without a script', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${base}/hub/compare`)
  for (const hub of ['tokyo', 'seoul']) {
    await page.focus(`input[value=${hub}]`)
    await page.keyboard.press('Space')
  }
  await page.keyboard.press('Enter')
  await page.waitForURL('**/hub/compare/tokyo/seoul')
  await context.close()
})
