import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { sampleDeps } from '../../src/site/testing/day.ts'
import { type BrowsedSite, browseSite } from './browsed-site.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let site: BrowsedSite

beforeAll(async () => {
  site = await browseSite(await sampleDeps())
})

afterAll(() => site?.close())

/** The browser here has no voices: these stand in its place, and note what they are given to say. */
const VOICES = `
  window.said = []
  window.voices = [{ lang: 'en-GB' }, { lang: 'ja_JP' }, { lang: 'zh-TW' }]
  Object.defineProperty(window, 'speechSynthesis', { value: {
    getVoices: () => window.voices,
    speak: (piece) => window.said.push(piece),
    cancel: () => { const before = window.said; window.said = []; for (const piece of before) piece.onerror?.() },
  } })
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text } }
`

async function openWithVoices(path: string, more = ''): Promise<Page> {
  const context = await site.browser.newContext({ locale: 'en-GB' })
  const page = await context.newPage()
  await page.addInitScript(VOICES + more)
  await page.goto(site.base + path)
  return page
}

const said = (page: Page) =>
  page.evaluate<{ text: string; lang: string }[]>('said.map(({ text, lang }) => ({ text, lang }))')

test('a brief is read from the first headline on, each piece by a voice of its language, and is stopped', async () => {
  const page = await openWithVoices('/')
  const headlines = await page.$$eval('.entry h2', (all) => all.map((each) => each.textContent))
  await page.click('#listen')
  const pieces = await said(page)
  expect(pieces[0]).toEqual({ text: headlines[0], lang: 'en-GB' })
  expect(pieces.length).toBeGreaterThan(headlines.length)
  expect(pieces.map(({ text }) => text).join('\n')).not.toMatch(/independent sources report it|Save/)
  const text = () => page.textContent('#listen')
  expect(await text()).toBe('Stop reading')
  await page.click('#listen')
  expect(await said(page)).toEqual([])
  expect(await text()).toBe('Read aloud')
  await page.click('#listen')
  await page.evaluate('for (const piece of said) piece.onend()')
  expect(await text()).toBe('Read aloud')
  await page.context().close()
})

test('a story is read with what it quotes in another language by a voice of that, and without where there is none', async () => {
  const page = await openWithVoices('/s/4?lang=en')
  await page.click('#listen')
  const languages = new Set((await said(page)).map(({ lang }) => lang))
  expect(languages.size).toBeGreaterThan(0)
  await page.click('#listen')
  await page.evaluate("voices = [{ lang: 'de-DE' }]")
  await page.click('#listen')
  expect(await said(page)).toEqual([])
  expect(await page.textContent('#listen')).toBe('Read aloud')
  await page.context().close()
})

test('Chinese in either script is read by a voice of its own', async () => {
  const page = await openWithVoices(
    '/?lang=zh-Hant',
    "voices = [{ lang: 'zh-CN' }, { lang: 'zh-HK' }, { lang: 'en-US' }]",
  )
  await page.click('#listen')
  const pieces = await said(page)
  const isHan = ({ text }: { text: string }) => /[\u4e00-\u9fff]/.test(text) && !/[\u3040-\u30ff]/.test(text)
  expect(pieces.filter(isHan).length).toBeGreaterThan(0)
  expect(new Set(pieces.filter(isHan).map(({ lang }) => lang))).toEqual(new Set(['zh-HK']))
  await page.context().close()
})

test('nothing is offered where the browser has no speech', async () => {
  const context = await site.browser.newContext({ locale: 'en-GB' })
  const page = await context.newPage()
  await page.addInitScript("Object.defineProperty(window, 'speechSynthesis', { value: undefined })")
  await page.goto(site.base)
  await page.waitForFunction("!document.getElementById('keys-open').hidden")
  expect(await page.isVisible('#listen')).toBe(false)
  await context.close()
})
