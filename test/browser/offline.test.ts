import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { serveSite } from '../../src/site/http/serve-site.ts'
import { createSite } from '../../src/site/site.ts'
import { sampleDeps } from '../../src/site/testing/day.ts'
import { launchChromium } from './chromium.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let browser: Browser
let site: Awaited<ReturnType<typeof createSite>>
let close: () => Promise<void>

beforeAll(async () => {
  const deps = await sampleDeps()
  site = await createSite(deps)
  browser = await launchChromium()
  close = async () => {
    await browser.close()
    await deps.store.close()
  }
})

afterAll(() => close())

/** A server on a port, with a way to take it off the network as a train into a tunnel does. */
async function serve(port = 0) {
  const server = await serveSite(site, { host: '127.0.0.1', port })
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Until what was opened is kept, which is done beside the reading. */
const isKept = (page: Page, path: string) =>
  page.waitForFunction(
    `caches.open('pages-1').then((cache) => cache.match(${JSON.stringify(path)}, { ignoreVary: true })).then(Boolean)`,
  )

test('what was read can be read without the server, says when it is from, and is new again when the server is there', async () => {
  const first = await serve()
  const context = await browser.newContext({ locale: 'en-GB' })
  const page = await context.newPage()
  const base = `http://127.0.0.1:${first.port}`
  await page.goto(base)
  await isKept(page, '/')
  await page.goto(`${base}/s/1`)
  await isKept(page, '/s/1')
  const headline = await page.textContent('h1')
  expect(await page.isVisible('#kept')).toBe(false)
  await first.stop()

  for (const [path, words] of [
    ['/s/1', headline!],
    ['/', 'Brief of'],
  ] as const) {
    await page.goto(base + path)
    expect(await page.textContent('main'), path).toContain(words)
    await page.waitForSelector('#kept:not([hidden])')
    expect(await page.textContent('#kept')).toMatch(/No connection: this is the page as it was at 22 Nov/)
    // It looks as it did: the style sheet was kept with it.
    expect(await page.evaluate('getComputedStyle(document.body).marginTop')).toBe('0px')
  }
  const other = await context.newPage()
  await expect(other.goto(`${base}/methods`)).rejects.toThrow(/ERR_/)

  const second = await serve(first.port)
  await page.goto(`${base}/s/1`)
  expect(await page.isVisible('#kept')).toBe(false)
  await page.goto(`${base}/methods`)
  await second.stop()
  await context.close()
})

test('what is the reader’s or the operator’s own is not kept', async () => {
  const server = await serve()
  const page = await browser.newPage({ locale: 'en-GB' })
  const base = `http://127.0.0.1:${server.port}`
  await page.goto(base)
  await isKept(page, '/')
  for (const path of ['/admin', '/saved', '/subscribe', '/status.json', '/api/v1/status']) await page.goto(base + path)
  await page.goto(`${base}/pulse`)
  await isKept(page, '/pulse')
  const kept = await page.evaluate<string[]>(
    `caches.open('pages-1').then((cache) => cache.keys()).then((keys) => keys.map(({ url }) => new URL(url).pathname))`,
  )
  expect(kept.filter((path) => !path.startsWith('/static/')).sort()).toEqual(['/', '/pulse'])
  await server.stop()
  await page.close()
})

test('a device can put it on its home screen', async () => {
  const server = await serve()
  const base = `http://127.0.0.1:${server.port}`
  const manifest = (await (await fetch(`${base}/manifest.webmanifest`)).json()) as {
    name: string
    icons: readonly { src: string; sizes: string; purpose: string }[]
  }
  expect(manifest).toMatchObject({ name: 'Auspex', start_url: '/', display: 'standalone' })
  expect(manifest.icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual(
    expect.arrayContaining(['192x192 any', '512x512 any', '512x512 maskable']),
  )
  const page = await browser.newPage()
  await page.goto(base)
  for (const { src, sizes } of manifest.icons) {
    const size = await page.evaluate<string>(
      `new Promise((done, fail) => { const image = new Image(); image.onerror = fail; image.onload = () => done(image.naturalWidth + 'x' + image.naturalHeight); image.src = ${JSON.stringify(src)} })`,
    )
    expect(size).toBe(sizes)
  }
  // The mark is on it: a picture of paper alone has one colour.
  const colours = await page.evaluate<number>(`(async () => {
    const image = await createImageBitmap(await (await fetch('/icon-192.png')).blob())
    const canvas = new OffscreenCanvas(192, 192).getContext('2d')
    canvas.drawImage(image, 0, 0)
    return new Set(new Uint32Array(canvas.getImageData(0, 0, 192, 192).data.buffer)).size
  })()`)
  expect(colours).toBeGreaterThanOrEqual(3)
  const cdp = await page.context().newCDPSession(page)
  const { errors } = (await cdp.send('Page.getAppManifest')) as { errors: unknown[] }
  expect(errors).toEqual([])
  await server.stop()
  await page.close()
})
