import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { UI_LANGUAGES } from '../../lib/ui-languages.ts'
import { sampleCommit } from '../../store/testing/samples.ts'
import type { SiteDeps } from '../deps.ts'
import { HIDING_MESSAGES } from '../messages/hiding.ts'
import { createSite } from '../site.ts'
import { addStory, NOON, sampleDeps } from '../testing/day.ts'
import { hiddenCookie } from './hidden-cookie.ts'

const ENERGY = 'infrastructure.energy'
const told = (storyId: number, facet: string, quote: string) => ({
  storyId,
  claims: [],
  evidence: ['johor', 'tokyo'].map((hub) => ({
    ...{ hub, facet, stance: 'constraint' as const, status: 'none' as const, certainty: 'stated' as const },
    ...{ itemId: 1, sourceId: 'straits-ledger', at: NOON, quote, start: 0, end: quote.length },
    ...{ language: 'en', isOpinion: false, independent: 1 },
  })),
})

let deps: SiteDeps
let site: Hono
beforeAll(async () => {
  deps = await sampleDeps()
  const titles = ['Zebra campus waits for power', 'Quagga hall opens early', 'Zebra fund buys land']
  for (const [at, title] of titles.entries()) {
    const members = [{ source: 'straits-ledger', title, ageHours: 1 + at }]
    await addStory(deps.store, { id: 700 + at, kind: 'infrastructure', entityIds: ['johor'], members })
  }
  const observations = [
    told(700, ENERGY, 'The campus waits for a substation.'),
    told(701, ENERGY, 'The hall runs on half of the grid.'),
    told(702, 'policy.funding-strategy', 'The fund pays for the land.'),
  ]
  await deps.store.commitStories(sampleCommit({ observations }))
  site = await createSite(deps)
})
afterAll(() => deps.store.close())

const cookie = hiddenCookie(['zebra']).split(';')[0]!
const read = async (url: string, own = '') => (await site.request(url, { headers: { cookie: own } })).text()
/** What a page shows, and what it folds away. */
const parts = (html: string) => html.split(/<details id="hidden">|<\/main>/)

describe.each(['/hub/johor', '/hub/compare/johor/tokyo'])('%s', (path) => {
  test.each([
    ['the reader’s own words', path, cookie],
    ['words of the address', `${path}?hide=ZEBRA`, ''],
  ])('folds evidence and stories away by %s, counts and names them', async (_, url, own) => {
    const all = await read(path)
    expect(all).toContain('The campus waits for a substation.')
    expect(all).toContain('The fund pays for the land.')
    expect(all).not.toContain('id="hidden"')
    const [shown = '', folded = ''] = parts(await read(url, own))
    expect(shown).toContain('The hall runs on half of the grid.')
    expect(shown).not.toMatch(/campus waits|fund pays|Zebra (campus|fund)/)
    expect(folded).toContain('2 stories hidden by your words')
    expect(folded).toContain('Zebra campus waits for power')
    expect(folded).toMatch(/hidden by “zebra”/i)
  })

  test('as data leaves out what words hide, and counts it', async () => {
    const [bare, hide] = await Promise.all([`${path}.json`, `${path}.json?hide=zebra`].map((url) => read(url)))
    expect(bare).toContain('campus waits')
    expect(JSON.parse(bare!).hidden).toBeUndefined()
    expect(hide).not.toMatch(/campus waits|fund pays|Zebra/)
    expect(JSON.parse(hide!).hidden).toBe(2)
    // A program's answer does not depend on a cookie.
    expect(await read(`${path}.json`, cookie)).toBe(bare)
    expect((await site.request(`${path}.json?hide=!!!`)).status).toBe(400)
  })

  test('says which words cannot be used', async () => {
    const reply = await site.request(`${path}?hide=!!!`)
    expect(reply.status).toBe(200)
    expect(await reply.text()).toContain('<code>hide=!!!</code>')
  })

  test('was asked for by name: a word of it hides nothing there', async () => {
    const own = hiddenCookie(['Johor', '東京']).split(';')[0]!
    expect(await read(path, own)).not.toContain('id="hidden"')
  })
})

test.each(UI_LANGUAGES)(
  'a heading of which all is hidden does not claim that nobody reported on it: %s',
  async (lang) => {
    const page = await read(`/hub/johor?hide=zebra,quagga&lang=${lang}`)
    const energy = page.slice(page.indexOf(`id="${ENERGY}"`))
    const section = energy.slice(0, energy.indexOf('</section>'))
    expect(section).toContain(`<a href="#hidden">${HIDING_MESSAGES[lang].hiddenStories(2)}</a>`)
    expect(section).not.toContain('class="row"')
  },
)
