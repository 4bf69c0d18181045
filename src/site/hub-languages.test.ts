import { parseHTML } from 'linkedom'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { shippedGazetteer } from '../entity/testing/shipped.ts'
import { readClaims } from '../hub/claims/read-claims.ts'
import { UI_LANGUAGES } from '../lib/ui-languages.ts'
import { sampleCommit } from '../store/testing/samples.ts'
import type { SiteDeps } from './deps.ts'
import { hubMessagesIn } from './messages/hubs.ts'
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
