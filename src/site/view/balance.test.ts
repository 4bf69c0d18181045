import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sampleSource } from '../../store/testing/samples.ts'
import { UI_LANGUAGES } from '../messages.ts'
import { createSite } from '../site.ts'
import { addStory, sampleDeps } from '../testing/day.ts'
import { sampleSite } from '../testing/sample-site.ts'
import { balanceOf, COMPARED_LANGUAGES } from './balance.ts'
import { storyView } from './story.ts'
import { storyBalance } from './story-balance.ts'

const site = sampleSite()
const read = async (url: string) => (await site.request(url)).text()
const readJson = async (url: string) => JSON.parse(await read(url))

describe('of the sources', () => {
  test('counts those that are on, and their items of the last week; sums are the whole', async () => {
    const balance = await readJson('/api/v1/balance')
    const on = (await site.deps.store.sources()).filter(({ isEnabled }) => isEnabled)
    expect(balance.sources).toBe(on.length)
    for (const list of ['languages', 'countries', 'types', 'tiers']) {
      const sum = (what: 'sources' | 'items') =>
        balance[list].reduce((all: number, line: Record<string, number>) => all + line[what]!, 0)
      expect([list, sum('sources'), sum('items')]).toEqual([list, balance.sources, balance.items])
    }
    expect(balance.languages.find(({ id }: { id: string }) => id === 'ja')).toMatchObject({ sources: 1 })
    expect(balance.languages[0].id).toBe('en')
    expect((await readJson('/sources.json')).balance).toEqual(balance)
  })

  test('says what is missing, in data and words', async () => {
    const { missing } = await readJson('/api/v1/balance')
    expect(missing.languages).toEqual(['de', 'es', 'fr', 'it', 'ko', 'pt', 'ru', 'sl'])
    expect(missing.types).toContain('wire')
    expect(missing.hubs).toContain('tokyo')
    const html = await read('/sources')
    expect(html).toMatch(/English[^<]* — No source: German, Spanish, French, Italian,[^.]* and Slovenian\.<\/dd>/)
    expect(html).toMatch(/No source: [^.]*Wire/)
    expect(html).toMatch(/No source: [^.]*Tokyo/)
  })

  test('follows a source that is switched off or added, and says of a country that nobody stated that it is not known', async () => {
    const own = await sampleDeps()
    const before = await balanceOf(own, own.now())
    await own.store.saveSources([sampleSource('new', { country: 'ZZ', language: 'ko' })])
    const after = await balanceOf(own, own.now())
    expect(after.sources).toBe(before.sources + 1)
    expect(after.countries.at(-1)).toEqual({ id: undefined, sources: 1, items: 0 })
    expect(after.missing.languages).not.toContain('ko')
    const html = await (await (await createSite(own)).request('/sources')).text()
    expect(html).toMatch(/<th[^>]*>not known<\/th>/)
    expect(await (await (await createSite(own)).request('/sources/new')).text()).toContain('<dd>not known</dd>')
    await own.store.close()
  })

  test('follows one source that takes the place of another', async () => {
    const own = await sampleDeps()
    await own.store.saveSources([
      sampleSource('one', { language: 'ko' }),
      sampleSource('two', { language: 'ru', isEnabled: false }),
      sampleSource('zz'),
    ])
    expect((await balanceOf(own, own.now())).missing.languages).toContain('ru')
    await own.store.saveSources([
      sampleSource('one', { language: 'ko', isEnabled: false }),
      sampleSource('two', { language: 'ru' }),
    ])
    const { missing } = await balanceOf(own, own.now())
    expect(missing.languages).toContain('ko')
    expect(missing.languages).not.toContain('ru')
    await own.store.close()
  })

  test('the languages that are compared are those of the table of words, and English', () => {
    const table = readFileSync(join(import.meta.dirname, '../../../data/word-translations.tsv'), 'utf8')
    const found = new Set([...table.matchAll(/^([a-z]{2})\t/gm)].map(([, language]) => language!))
    expect([...found, 'en'].sort()).toEqual([...COMPARED_LANGUAGES])
  })

  test('an empty list in a language says how many sources could have filled it', async () => {
    expect(await read('/?language=ko')).toContain('No source in Korean is read.')
    expect(await read('/?language=ja&kind=people')).toContain('1 source in Japanese is read.')
    expect(await read('/?kind=people')).not.toContain('is read.')
  })
})

describe('of a story', () => {
  test('counts one report an owner, by country, language, kind and tier', async () => {
    const own = await sampleDeps()
    await addStory(own.store, {
      id: 50,
      kind: 'policy',
      members: [
        { source: 'straits-ledger', title: 'A law is passed', ageHours: 6 },
        { source: 'denki', title: '法律が可決', ageHours: 4 },
        { source: 'northlight', title: 'We welcome the law', ageHours: 3 },
        { source: 'al-sahifa', title: 'إقرار القانون', ageHours: 2 },
        { source: 'morning-stack', title: 'Links: a law', ageHours: 1 },
        { source: 'harbour-post', title: 'A law is passed', ageHours: 1, role: 'copy' },
      ],
    })
    const app = await createSite(own)
    const { balance } = (await (await app.request('/api/v1/stories/50')).json()) as {
      balance: Record<string, { id: string; reports: number }[]>
    }
    expect(balance.reports).toBe(4)
    expect(balance.languages).toEqual([
      { id: 'en', reports: 2 },
      { id: 'ja', reports: 1 },
      { id: 'ar', reports: 1 },
    ])
    expect(balance.countries!.map(({ id }) => id)).toEqual(expect.arrayContaining(['JP', 'AE']))
    expect(balance.types!.find(({ id }) => id === 'lab')).toEqual({ id: 'lab', reports: 1 })
    for (const list of [balance.countries!, balance.types!, balance.tiers!])
      expect(list.reduce((sum, { reports }) => sum + reports, 0)).toBe(4)
    const html = await (await app.request('/s/50')).text()
    expect(html).toMatch(/<summary>4 independent reports · \d countries · 3 languages<\/summary>/)
    expect(html).toMatch(/<dd>English\u00A02 · Japanese\u00A01 · Arabic\u00A01<\/dd>/)
    expect(html.match(/<details id="balance">.*?<\/details>/s)![0].replace(/<[^>]+>/g, '')).toMatch(
      /The Straits Ledger \[\d\] first in English · 電機新報 \[\d\] first in Japanese \(\+2 hrs?\) · صحيفة الميناء \[\d\] first in Arabic/,
    )
    await own.store.close()
  })

  test('of a source that is in the catalogue no more, and of a language nobody knows, says that it is not known', async () => {
    const found = await site.deps.store.story(1)
    const { coverage } = await storyView(site.deps, found as Extract<typeof found, { type: 'story' }>, site.deps.now())
    const nameless = coverage.map((entry) => ({
      ...entry,
      source: undefined,
      item: { ...entry.item, language: 'und' },
    }))
    const { reports, countries, languages, types } = storyBalance(nameless)
    expect(reports).toBeGreaterThan(1)
    for (const list of [countries, languages, types]) expect(list).toEqual([{ id: undefined, count: reports }])
  })

  test.each(UI_LANGUAGES)('is said in %s, as is that of the sources', async (language) => {
    const of = (html: string) => html.match(/<details id="balance">.*?<\/details>/s)?.[0] ?? ''
    expect(of(await read(`/s/1?lang=${language}`))).not.toMatch(/undefined|>INT|ZZ/)
    expect(of(await read(`/s/1?lang=${language}`)).length).toBeGreaterThan(100)
    expect(await read(`/sources?lang=${language}`)).toMatch(/<section id="balance">.*<\/section>/s)
  })
})
