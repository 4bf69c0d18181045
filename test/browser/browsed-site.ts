import type { AddressInfo } from 'node:net'
import axe from 'axe-core'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import type { SiteDeps } from '../../src/site/deps.ts'
import { serveSite } from '../../src/site/http/serve-site.ts'
import { createSite } from '../../src/site/site.ts'
import { launchChromium } from './chromium.ts'

/** Rules of WCAG 2.2, levels A and AA. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** A site on a port of its own, and the browser that looks at it. */
export interface BrowsedSite {
  readonly browser: Browser
  /** The site's address, without a slash at the end. */
  readonly base: string
  /** Opens a path in a context of its own: no cookie of another page is in it. */
  open(path: string, options?: BrowserContextOptions): Promise<OpenPage>
  close(): Promise<void>
}

export interface OpenPage {
  readonly page: Page
  readonly context: BrowserContext
  /** What the browser complains about, as it comes. */
  readonly complaints: readonly string[]
  close(): Promise<void>
}

/** @throws ChromiumMissingError */
export async function browseSite(deps: SiteDeps): Promise<BrowsedSite> {
  const browser = await launchChromium()
  const site = await createSite(deps)
  const server = await serveSite(site, { host: '127.0.0.1', port: 0 })
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    browser,
    base,
    async open(path, options = {}) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB', ...options })
      const page = await context.newPage()
      const complaints: string[] = []
      page.on('console', (message) => {
        // A page that answers 404 is itself reported by the browser.
        if (!/status of 4\d\d/.test(message.text())) complaints.push(message.text())
      })
      page.on('pageerror', (error) => complaints.push(String(error)))
      await page.goto(base + path)
      return { page, context, complaints, close: () => context.close() }
    },
    async close() {
      await browser.close()
      server.closeAllConnections()
      server.close()
      await deps.store.close()
    },
  }
}

/**
 * What axe finds against WCAG 2.2 AA on a page as it stands, a line each with the elements. It is put into the page at the first
 * look; pages have no frames, so that nothing has to be gathered from them in a page of its own.
 */
async function faultsOf(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(axe.source)
  const options = { runOnly: RULES, resultTypes: ['violations'] }
  const { violations } = await page.evaluate<axe.AxeResults>(`axe.run(document, ${JSON.stringify(options)})`)
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
}

/** Looks in light and in dark, which differ by the style sheet alone. @returns the faults, each with where it is seen */
export async function faultsLightAndDark(page: Page): Promise<readonly string[]> {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    for (const fault of await faultsOf(page)) found.push(`${colorScheme}: ${fault}`)
  }
  return found
}

/** Opens all that is folded. */
export async function openDetails(page: Page): Promise<void> {
  await page.evaluate(`document.querySelectorAll('details').forEach((details) => { details.open = true })`)
}

/** @returns by how many pixels the page is wider than its window; 0 where it does not scroll sideways */
export function sidewaysPixels(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')
}

/** As `sidewaysPixels`, with letters of twice the size (WCAG 2.2, 1.4.4); the page keeps them. */
export async function sidewaysPixelsOfLargeText(page: Page): Promise<number> {
  await page.evaluate('document.documentElement.style.fontSize = "200%"')
  return sidewaysPixels(page)
}
