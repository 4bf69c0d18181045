import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { UI_LANGUAGES } from '../../src/lib/ui-languages.ts'
import { NOON, sampleDeps } from '../../src/site/testing/day.ts'
import type { Store } from '../../src/store/types.ts'
import { type BrowsedSite, browseSite, faultsLightAndDark, sidewaysPixels } from './browsed-site.ts'

vi.setConfig({ testTimeout: 60_000 })

let site: BrowsedSite
let open: BrowsedSite['open']

beforeAll(async () => {
  const deps = await sampleDeps({ now: () => NOON })
  await tellSaga(deps.store, 7, 6)
  site = await browseSite(deps)
  open = site.open
})

afterAll(() => site?.close())

/** Lets story `later` go on from `earlier`. */
async function tellSaga(store: Store, later: number, earlier: number): Promise<void> {
  const previously = { storyId: earlier, sharedEntities: [], sharedNames: ['Halden'], sharedNumbers: [], gapHours: 5 }
  const found = [await store.story(earlier), await store.story(later)]
  const [before, after] = found.map((each) => (each?.type === 'story' ? each.story : undefined))
  await store.commitStories({
    cursor: (await store.engineState()).cursor,
    stories: [
      { ...before!, next: [later] },
      { ...after!, previously },
    ],
    members: [],
    merges: [],
    events: [],
  })
}

const focused = (page: Page) => page.evaluate<string>('document.activeElement.textContent.trim()')
const headlines = (page: Page) => page.locator('.entry h2 a').allInnerTexts()
const pathOf = (page: Page) => new URL(page.url()).pathname

/** Presses a key that leads to another page, and waits for that. */
async function follow(page: Page, key: string): Promise<void> {
  await Promise.all([page.waitForEvent('load'), page.keyboard.press(key)])
}

describe('through a list', () => {
  test('j and k go from headline to headline, seen and in sight; Enter and o open', async () => {
    const { page, complaints, close } = await open('/', { viewport: { width: 1280, height: 500 } })
    const titles = await headlines(page)
    for (const title of titles) {
      await page.keyboard.press('j')
      expect(await focused(page)).toBe(title)
      expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid')
      const { top, bottom } = await page.evaluate<{ top: number; bottom: number }>(
        'document.activeElement.getBoundingClientRect().toJSON()',
      )
      expect(top).toBeGreaterThanOrEqual(0)
      expect(bottom).toBeLessThanOrEqual(500)
    }
    await page.keyboard.press('j')
    expect(await focused(page), 'stays at the last').toBe(titles.at(-1))
    await page.keyboard.press('k')
    expect(await focused(page)).toBe(titles.at(-2))
    await follow(page, 'o')
    expect(await page.locator('h1').innerText()).toBe(titles.at(-2))
    await page.goto(`${site.base}/`)
    await page.keyboard.press('j')
    await follow(page, 'Enter')
    expect(await page.locator('h1').innerText()).toBe(titles[0])
    expect(complaints).toEqual([])
    await close()
  })

  test('j begins at what is in sight', async () => {
    const { page, close } = await open('/', { viewport: { width: 1280, height: 500 } })
    const titles = await headlines(page)
    await page.evaluate(`document.querySelectorAll('.entry h2')[2].scrollIntoView()`)
    await page.keyboard.press('j')
    expect(await focused(page)).toBe(titles[2])
    await close()
  })

  test('n and p go through the list one came from, u back to the story in it', async () => {
    const { page, close } = await open('/?order=newest')
    const titles = await headlines(page)
    await page.keyboard.press('j')
    await follow(page, 'Enter')
    await follow(page, 'n')
    expect(await page.locator('h1').innerText()).toBe(titles[1])
    await follow(page, 'n')
    expect(await page.locator('h1').innerText()).toBe(titles[2])
    await follow(page, 'p')
    expect(await page.locator('h1').innerText()).toBe(titles[1])
    await follow(page, 'u')
    expect(page.url()).toMatch(/\/\?order=newest#s\d+$/)
    expect(await focused(page)).toBe(titles[1])
    await close()
  })

  test.each(['/entity/johor', '/search?q=Halden', '/brief/2026-11-22', '/pulse'])('%s is such a list', async (path) => {
    const { page, close } = await open(path)
    await page.keyboard.press('j')
    const title = await focused(page)
    await follow(page, 'Enter')
    expect(pathOf(page)).toMatch(/^\/s\/\d/)
    await follow(page, 'u')
    expect(page.url().replace(/#.*/, '')).toBe(site.base + path)
    expect(await focused(page)).toBe(title)
    await close()
  })

  test('a source’s items can be gone through, and do not become the list', async () => {
    const { page, close } = await open('/entity/johor')
    await page.goto(`${site.base}/sources/straits-ledger`)
    await page.keyboard.press('j')
    expect(await focused(page)).toBe(await page.locator('.row h3 a').first().innerText())
    await page.goto(`${site.base}/s/1`)
    await follow(page, 'u')
    expect(pathOf(page)).toBe('/entity/johor')
    await close()
  })
})

describe('on the page of a story', () => {
  test('without a list n and p follow its saga, and u leads to the brief', async () => {
    const { page, close } = await open('/s/6')
    await follow(page, 'n')
    expect(pathOf(page)).toBe('/s/7')
    await follow(page, 'p')
    expect(pathOf(page)).toBe('/s/6')
    await follow(page, 'u')
    expect(pathOf(page)).toBe('/')
    await close()
  })

  test('o opens the original, j goes to its reports but for the folded ones', async () => {
    const { page, close } = await open('/s/1')
    const shown = page.locator('#coverage > .list h4 a, #coverage details[open] h4 a')
    const texts = await shown.allInnerTexts()
    await page.evaluate(`document.getElementById('coverage').scrollIntoView()`)
    for (const text of texts) {
      await page.keyboard.press('j')
      expect(await focused(page)).toBe(text)
    }
    await page.goto(`${site.base}/s/1`)
    const original = await page.locator('.go').getAttribute('href')
    const [request] = await Promise.all([page.waitForRequest(original!), page.keyboard.press('o')])
    expect(request.url()).toBe(original)
    await close()
  })
})

test('s saves the story and takes it off the list again; without a script its button does', async () => {
  for (const javaScriptEnabled of [true, false]) {
    const { page, complaints, close } = await open('/s/1', { javaScriptEnabled })
    const save = async () => {
      if (!javaScriptEnabled) return page.locator('#saved button').click()
      await follow(page, 's')
    }
    await save()
    await page.waitForURL(/#saved$/)
    expect(await page.locator('#saved button').getAttribute('name')).toBe('remove')
    await page.goto(`${site.base}/saved`)
    expect(await page.locator('.row h3 a').count()).toBe(1)
    await page.goto(`${site.base}/s/1`)
    await save()
    await page.waitForURL(/#saved$/)
    expect(await page.locator('#saved button').getAttribute('name')).toBe('save')
    expect(complaints).toEqual([])
    await close()
  }
})

test('a word is hidden and shown again by keyboard alone, with a script and without', async () => {
  for (const javaScriptEnabled of [true, false]) {
    const { page, complaints, close } = await open('/hidden-words', { javaScriptEnabled })
    await page.locator('input[name=words]').focus()
    await page.keyboard.type('halden')
    await page.keyboard.press('Enter')
    await page.locator('button[name=remove]').waitFor()
    await page.goto(`${site.base}/?hours=72`)
    const folded = page.locator('#hidden')
    const row = folded.locator('li h3 a').first()
    expect(await row.isVisible()).toBe(false)
    await folded.locator('summary').focus()
    await page.keyboard.press('Enter')
    expect(await row.isVisible()).toBe(true)
    await page.keyboard.press('Tab')
    expect(await row.evaluate((link) => link.ownerDocument.activeElement === link)).toBe(true)
    await page.goto(`${site.base}/hidden-words`)
    await page.locator('button[name=remove]').focus()
    await page.keyboard.press('Space')
    await page.locator('main .q').waitFor()
    await page.goto(`${site.base}/?hours=72`)
    expect(await folded.count()).toBe(0)
    expect(complaints).toEqual([])
    await close()
  }
})

test('s saves the headline that has the focus in a list, and its button does so without a script', async () => {
  for (const javaScriptEnabled of [true, false]) {
    const { page, complaints, close } = await open('/?hours=72', { javaScriptEnabled })
    const row = page.locator('li.entry').nth(1)
    const save = async () => {
      if (!javaScriptEnabled) return row.locator('[form]').click()
      if (!page.url().includes('#')) for (const key of ['j', 'j']) await page.keyboard.press(key)
      await follow(page, 's')
    }
    for (const after of ['remove', 'save']) {
      await save()
      await page.waitForURL(/\?hours=72#s\d+$/)
      expect(await row.locator('[form]').getAttribute('name')).toBe(after)
    }
    expect(complaints).toEqual([])
    await close()
  }
})

test('/ leads to the search field, where keys are letters', async () => {
  const { page, close } = await open('/')
  await follow(page, '/')
  expect(pathOf(page)).toBe('/search')
  const field = page.getByRole('searchbox')
  expect(await page.evaluate('document.activeElement.id')).toBe('q')
  await page.keyboard.type('jack?/nu')
  expect(await field.inputValue()).toBe('jack?/nu')
  await page.evaluate('document.activeElement.blur()')
  await page.keyboard.press('/')
  await page.keyboard.type('o')
  expect(await field.inputValue(), 'its text is chosen').toBe('o')
  await close()
})

test('keys with Control, Alt or Meta stay the browser’s', async () => {
  const { page, close } = await open('/')
  for (const key of ['Control+j', 'Alt+j', 'Meta+j', 'Control+/']) await page.keyboard.press(key)
  expect(await page.evaluate('document.activeElement === document.body')).toBe(true)
  expect(pathOf(page)).toBe('/')
  await close()
})

describe('help', () => {
  test.each([320, 375, 1280])('at %i px in every language it is in order and closes', async (width) => {
    for (const language of UI_LANGUAGES) {
      const { page, complaints, close } = await open(`/?lang=${language}`, { viewport: { width, height: 700 } })
      await page.keyboard.press('j')
      const before = await focused(page)
      await page.keyboard.press('?')
      const dialog = page.getByRole('dialog')
      expect(await dialog.isVisible()).toBe(true)
      expect(await faultsLightAndDark(page)).toEqual([])
      expect(await sidewaysPixels(page), language).toBeLessThanOrEqual(0)
      await page.keyboard.press('j')
      await page.keyboard.press('Escape')
      expect(await dialog.isVisible()).toBe(false)
      expect(await focused(page), 'focus is where it was').toBe(before)
      expect(complaints).toEqual([])
      await close()
    }
  })

  test('its switch turns single keys off and on, for all pages', async () => {
    const { page, close } = await open('/')
    const opener = page.getByRole('button', { name: 'Keyboard shortcuts' })
    const single = page.getByLabel('Shortcuts of a single key')
    await opener.click()
    await single.uncheck()
    await page.getByRole('button', { name: 'Close' }).click()
    for (const path of ['/', '/s/1']) {
      await page.goto(site.base + path)
      for (const key of ['j', 'n', 'u', '/', '?']) await page.keyboard.press(key)
      expect(await page.evaluate('document.activeElement === document.body')).toBe(true)
      expect(await page.getByRole('dialog').isVisible()).toBe(false)
      expect(pathOf(page)).toBe(path)
    }
    await opener.click()
    expect(await single.isChecked()).toBe(false)
    await single.check()
    await page.keyboard.press('Escape')
    await page.keyboard.press('u')
    await page.waitForURL(/\/(#s1)?$/)
    await close()
  })

  test('it is not printed, and without JavaScript nothing offers it', async () => {
    const { page, close } = await open('/s/1')
    await page.keyboard.press('?')
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('#keys').isVisible()).toBe(false)
    await close()
    const plain = await open('/', { javaScriptEnabled: false })
    expect(await plain.page.locator('#keys, #keys-open').count()).toBe(2)
    for (const part of ['#keys', '#keys-open']) expect(await plain.page.locator(part).isVisible()).toBe(false)
    await plain.close()
  })
})
