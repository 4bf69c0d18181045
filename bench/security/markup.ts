import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { sanitiseHtml } from '../../src/lib/sanitise-html.ts'
import { ChromiumMissingError, findChromium, launchChromium } from '../../test/browser/chromium.ts'
import { benchFile } from '../bench-folder.ts'

/*
 * Question: does any markup that others found to break sanitisers do anything in a browser once ours has seen it?
 * Data: half of DOMPurify's test vectors. Each is sanitised and shown in a real Chromium page without a content security policy, as
 * fragment by `innerHTML` and as part of a page that the browser parses; then everything that can be clicked, focused or hovered is.
 * Counted as active: a script that ran, a dialog, a request, a navigation, and any element, attribute or address that could have.
 * Caveat: the vectors themselves are shown first, unsanitised; those of which Chromium then runs nothing prove nothing either way.
 */

interface Vector {
  readonly title?: string
  readonly payload: string
}

export interface MarkupBench {
  readonly vectors: number
  /** Vectors that did something in the same Chromium before they were sanitised. */
  readonly live: number
  /** After sanitising; must be none. */
  readonly active: number
}

/** @returns undefined, after one line that says so, where the data or Chromium is absent */
export async function benchMarkup(): Promise<MarkupBench | undefined> {
  const file = benchFile('conformance/security/dompurify.jsonl')
  if (file === undefined || !hasChromium()) return undefined
  const vectors = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Vector)
  const payloads = vectors.map(({ payload }) => payload)
  const live = await activeOf(payloads, (html) => html, false)
  const active = await activeOf(payloads, (html) => sanitiseHtml(html, 'https://feed.example/a'), true)
  for (const { html, reasons } of active) console.log(`  ACTIVE ${reasons.join(', ')}: ${html.slice(0, 200)}`)
  console.log(`markup: ${active.length} of ${vectors.length} active after sanitising (${live.length} before)`)
  return { vectors: vectors.length, live: live.length, active: active.length }
}

function hasChromium(): boolean {
  try {
    return findChromium() !== ''
  } catch (error) {
    if (!(error instanceof ChromiumMissingError)) throw error
    console.log(`skipped: ${error.message}`)
    return false
  }
}

interface Activity {
  readonly html: string
  readonly reasons: readonly string[]
}

async function activeOf(
  payloads: readonly string[],
  treat: (html: string) => string,
  isStrict: boolean,
): Promise<readonly Activity[]> {
  const browser = await launchChromium()
  try {
    const found: Activity[] = []
    for (const payload of payloads) {
      const html = treat(payload)
      const page = await browser.newPage()
      const reasons = await watch(page, html, isStrict)
      await page.close()
      if (reasons.length > 0) found.push({ html, reasons: [...new Set(reasons)] })
    }
    return found
  } finally {
    await browser.close()
  }
}

async function watch(page: Page, html: string, isStrict: boolean): Promise<string[]> {
  const reasons: string[] = []
  let isShown = false
  page.on('dialog', (dialog) => {
    reasons.push('dialog')
    void dialog.dismiss().catch(() => undefined)
  })
  await page.route('**/*', (route) => {
    if (isShown) reasons.push(`request ${route.request().url().slice(0, 60)}`)
    return isShown ? route.abort() : route.fulfill({ contentType: 'text/html', body: PAGE })
  })
  await page.goto('https://reader.example/', { waitUntil: 'domcontentloaded' })
  isShown = true
  return [...(await show(page, html, isStrict)), ...reasons]
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof launchChromium>>['newPage']>>

/** @returns what was seen to run, and, where strict, what could */
async function show(page: Page, html: string, isStrict: boolean): Promise<string[]> {
  try {
    return await page.evaluate(`(${SHOW})(${JSON.stringify([html, isStrict])})`)
  } catch {
    // The page was led away, or a dialog held it.
    return ['navigation']
  }
}

/** Runs in the page. Kept as text: TypeScript's own types know no browser here. */
const SHOW = `async ([html, isStrict]) => {
  const seen = []
  window.alert = window.confirm = window.prompt = window.print = () => { seen.push('script') }
  const before = new Set(Object.keys(window))
  const places = [document.getElementById('a'), document.createElement('div')]
  document.body.append(places[1])
  places[0].innerHTML = html
  const frame = new DOMParser().parseFromString('<!doctype html><body>' + html, 'text/html')
  places[1].replaceChildren(...[...frame.body.childNodes].map((node) => document.importNode(node, true)))
  // Mutation XSS: what the browser writes is read again.
  const again = document.createElement('div')
  document.body.append(again)
  again.innerHTML = places[0].innerHTML
  await new Promise((done) => setTimeout(done, 30))
  for (const element of document.querySelectorAll('body *')) {
    if (isStrict) {
      if (/^(?:script|iframe|frame|object|embed|form|input|button|textarea|select|style|link|meta|base|svg|math|template|img|video|audio|source|track|noscript)$/i.test(element.localName)) seen.push('element ' + element.localName)
      for (const { name, value } of element.attributes) {
        if (element.id === 'a' && name === 'id') continue
        if (/^on|^style$|^src|^id$|^name$|^class$|^form|^xlink|^action$|^is$|^slot$/i.test(name)) seen.push('attribute ' + name)
        if (/^href$/i.test(name) && !/^(?:https?|mailto):/i.test(element.protocol)) seen.push('address ' + value.slice(0, 40))
      }
    }
    for (const type of ['mouseover', 'mouseenter', 'focus', 'load', 'error', 'toggle', 'animationstart', 'pointerenter', 'beforeinput'])
      element.dispatchEvent(new Event(type))
    element.focus?.()
    if (!(element.localName === 'a' && /^https?:|^mailto:/i.test(element.protocol))) element.click?.()
  }
  await new Promise((done) => setTimeout(done, 30))
  for (const name of Object.keys(window)) if (!before.has(name) && !/^\\d+$/.test(name)) seen.push('global ' + name)
  if (document.getElementById('a')?.localName !== 'main' || typeof document.createElement !== 'function' || !document.body) seen.push('clobbered')
  return seen
}`

const PAGE = '<!doctype html><html lang="en"><title>reader</title><body><main id="a"></main>'

if (process.argv[1] === fileURLToPath(import.meta.url)) await benchMarkup()
