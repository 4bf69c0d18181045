import { parseHTML } from 'linkedom'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { shippedGazetteer } from '../entity/testing/shipped.ts'
import { readClaims } from '../hub/claims/read-claims.ts'
import { problemWords } from '../hub/decide/needs-problems.ts'
import { UI_LANGUAGES } from '../lib/ui-languages.ts'
import { sampleCommit } from '../store/testing/samples.ts'
import type { SiteDeps } from './deps.ts'
import { hubMessagesIn } from './messages/hubs.ts'
import { weightFaultWords } from './messages/weight-faults.ts'
import { createSite } from './site.ts'
import { NOON, sampleDeps } from './testing/day.ts'

let deps: SiteDeps
let site: Awaited<ReturnType<typeof createSite>>
beforeAll(async () => {
  deps = await sampleDeps({})
  const text = 'The Innovation and Technology Bureau says that latency from Hong Kong to Tokyo is 30 ms.'
  const gazetteer = shippedGazetteer()
  const claims = readClaims(text, gazetteer.findEntities(text), [], { gazetteer, atlas: deps.atlas }).map(
    ({ reading, quote: { start, end } }) => ({
      ...{ ...reading, start, end, quote: text.slice(start, end) },
      ...{ itemId: 1, sourceId: 'northlight', at: NOON, language: 'en' },
    }),
  )
  expect(claims.map(({ indicator }) => indicator)).toEqual(['latency', 'entity'])
  await deps.store.commitStories(sampleCommit({ observations: [{ storyId: 1, evidence: [], claims }] }))
  site = await createSite(deps)
})
afterAll(() => deps.store.close())

const GUIDE = '/hub/decide?c.latency=1&c.regulatory-flexibility=2&c.compute=3&m.mainland-china=1'
const PAGES = [
  '/hub',
  '/hub/compare',
  '/hub/compare/hong-kong/tokyo/osaka/seoul/taipei/singapore',
  '/hub/decide',
  GUIDE,
  // A source without which another hub is first is named in a sentence.
  '/hub/decide?c.carbon=1&c.power=2&c.price=3&training=1&split=1&chips=unrestricted-us&parent=FR',
  '/hub/decide?c.latency=1',
  '/hub/decide?c.carbon=many&c.price=0.5&by=weight&mw=-1&parent=xx&residency=japan,japan&seed=a',
  '/hub/decide?c.carbon=1&parent=xx&residency=japan,japan',
  '/methods',
]

/** Four English words in a row that no mark explains. */
const ENGLISH = /[a-z]+(?:[ ,;:]+[a-z]+){3,}/i
/** What is in English on every page of the world: names of programs and publishers, of places of clouds, licences. */
const NAMES =
  /Electricity Maps|Natural Earth|CC BY-SA|Turner & Townsend|Cushman & Wakefield|Hong Kong Monetary Authority/g

describe.each(UI_LANGUAGES.filter((language) => language !== 'en'))('hub pages in %s', (language) => {
  test('say nothing in English but titles of sources, names and commands, each marked', async () => {
    const hubs = deps.atlas.hubs.map(({ id }) => `/hub/${id}`)
    const titles = new Set(deps.atlas.references.filter(({ isOwn }) => !isOwn).map(({ title }) => title.en![0]!))
    const publishers = new Set(deps.atlas.references.map(({ publisher }) => publisher))
    const bodies = deps.atlas.formerNames.map(({ id }) => shippedGazetteer().displayName(id, 'en'))
    const names = new Set([...deps.atlas.hubs.flatMap((hub) => hub.names.en ?? []), ...bodies])
    for (const page of [...hubs, ...PAGES]) {
      const answer = await site.request(`${page}${page.includes('?') ? '&' : '?'}lang=${language}`)
      const { document } = parseHTML(await answer.text())
      const main = document.querySelector('main')!
      for (const aside of main.querySelectorAll('q, blockquote, h3, .echo, form, li code')) aside.remove()
      for (const marked of main.querySelectorAll('[lang="en"]')) {
        const said = marked.textContent
        const isKnown = titles.has(said) || publishers.has(said) || names.has(said) || said.startsWith('auspex ')
        expect(isKnown ? undefined : said, page).toBeUndefined()
        marked.remove()
      }
      expect(main.textContent.replaceAll(NAMES, '').match(ENGLISH)?.[0], page).toBeUndefined()
    }
  })
  test('say the notes of values in it', async () => {
    const note = 'voluntary frameworks (MGF, AI Verify); PDPA and Global CBPR for personal data (S 86/2026)'
    const said = deps.atlas.note(note)!.names[language]![0]!
    const page = await (await site.request(`/hub/singapore?lang=${language}`)).text()
    expect(page).toContain(`<span>${said}</span>`)
    expect(page).not.toContain(note)
  })
  test('as data say the notes of values in it, asked for by address or header', async () => {
    const note = 'voluntary frameworks (MGF, AI Verify); PDPA and Global CBPR for personal data (S 86/2026)'
    const said = deps.atlas.note(note)!.names[language]![0]!
    for (const url of [
      '/api/v1/hubs/singapore',
      '/hub/singapore.json',
      '/hub.json',
      '/hub/compare/singapore/tokyo.json',
      '/hub/decide.json?c.regulatory-flexibility=1&hubs=singapore,tokyo',
      '/api/v1/decide?c.regulatory-flexibility=1&hubs=singapore,tokyo',
    ]) {
      const text = await (await site.request(`${url}${url.includes('?') ? '&' : '?'}lang=${language}`)).text()
      expect(text, url).toContain(JSON.stringify(said).slice(1, -1))
      expect(text, url).not.toContain(note)
    }
    const byHeader = await site.request('/api/v1/hubs/singapore', { headers: { 'accept-language': language } })
    expect(await byHeader.text()).toContain(said)
    expect(await (await site.request('/api/v1/hubs/singapore')).text()).toContain(note)
  })
  test('and their data refuse needs and weights in it', async () => {
    for (const path of ['/hub/decide', '/hub/decide.json', '/api/v1/decide']) {
      const answer = await site.request(`${path}?c.carbon=1&mw=-1&draws=1.5&lang=${language}`)
      expect(answer.status).toBe(400)
      const text = await answer.text()
      for (const words of [
        problemWords({ rule: 'atLeast', params: { limit: '0' } }, language),
        problemWords({ rule: 'whole', params: {} }, language),
      ])
        expect(text, path).toContain(words)
      expect(text).not.toMatch(/must be|at least/)
    }
    const front = await (await site.request(`/?weights=authority:900&lang=${language}`)).text()
    expect(front).toContain(
      weightFaultWords({ rule: 'range', params: { name: 'authority', min: '0', max: '100' } }, language),
    )
    expect(front).not.toContain('expected authority')
  })
  test('tell the figures behind a claim in it', async () => {
    const page = await (await site.request(`/hub/hong-kong?lang=${language}`)).text()
    const claims = /class="claim"[\s\S]*?<h2/.exec(page)![0]
    const { document } = parseHTML(`<main>${claims}</main>`)
    for (const each of document.querySelectorAll('blockquote, [lang="en"]')) each.remove()
    const said = document.querySelector('main')!.textContent
    expect(said).toContain(hubMessagesIn(language).nameChanged)
    expect(said).not.toMatch(/entity|renamed|latency/)
  })
})
