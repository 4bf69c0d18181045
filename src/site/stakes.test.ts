import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StoryRecord } from '../store/story-types.ts'
import { sampleCommit } from '../store/testing/samples.ts'
import type { Figure } from '../summary/facts/types.ts'
import type { SiteDeps } from './deps.ts'
import { createSite } from './site.ts'
import { NOON, sampleDeps } from './testing/day.ts'

let deps: SiteDeps

beforeAll(async () => {
  deps = await sampleDeps({ now: () => NOON })
})
afterAll(() => deps.store.close())

/** Of a site that has no page kept. */
async function page(url: string): Promise<string> {
  return (await (await createSite(deps)).request(url)).text()
}

async function storyOf(id: number): Promise<StoryRecord> {
  const found = await deps.store.story(id)
  if (found?.type !== 'story') throw new Error(`no story ${id}`)
  return found.story
}

const value = (text: string, independent: number): Figure['values'][number] => ({
  ...{ text, independent },
  citations: [{ itemId: 1, quote: `It gives ${text}.`, start: 0, end: 9 }],
})

/** What the front page says of a story. */
async function entryOf(id: number, query = ''): Promise<string> {
  const text = await page(`/${query}`)
  return text.slice(text.indexOf(`id="s${id}"`)).split('</li>')[0]!
}

test('a list says what follows from a story where a report says so, and else nothing', async () => {
  expect(await entryOf(1)).toMatch(/<b>Impact<\/b> <span data-say="true">The issue is led by two pension funds\./)
  expect(await entryOf(1, '?lang=ko')).toMatch(/<b>영향<\/b> <span data-say="true" lang="en">The issue is led/)
  expect(await entryOf(2)).not.toContain('Impact')
})

test('a list says where reports differ, and what a story continues', async () => {
  const [story, before] = [await storyOf(2), await storyOf(1)]
  const figures: readonly Figure[] = [
    { type: 'figure', values: [value('240 MW', 3)] },
    { type: 'figure', values: [value('US$3.2 billion', 2), value('US$3 billion', 1)] },
  ]
  const previously = { storyId: 1, sharedEntities: [], sharedNames: ['Halden'], sharedNumbers: [], gapHours: 5 }
  const facts = { claim: 'disputed', figures, quotations: [] } as const
  await deps.store.commitStories(sampleCommit({ stories: [{ ...story, facts, previously }] }))
  const entry = await entryOf(2)
  expect(entry).toMatch(/reports differ<\/b> <a href="\/s\/2[^"]*#facts">US\$3\.2 billion · US\$3 billion<\/a>/)
  expect(entry).toContain(`<b>Previously:</b> <a href="/s/1-`)
  expect(entry).toContain(before.headline.text)
})

test('a story page without an impact says what can be counted, in a script that its reader has', async () => {
  const story = await storyOf(2)
  const figures: readonly Figure[] = [
    { type: 'figure', values: [value('4万件', 5)] },
    { type: 'figure', values: [value('240 MW', 3)] },
    { type: 'figure', values: [value('7 %', 2)] },
  ]
  const coverage = { ...story.coverage, languages: ['en', 'ja', 'und'] }
  const facts = { claim: 'confirmed', figures, quotations: [] } as const
  await deps.store.commitStories(sampleCommit({ stories: [{ ...story, facts, coverage }] }))
  const english = await page('/s/2')
  expect(english).toMatch(
    /not stated: [^<]*What can be counted: [^<]*told in 2 languages[^<]*240 MW: 3 independent reports\./,
  )
  expect(english).not.toMatch(/counted: [^<]*(?:4万件|7 %)/)
  expect(await page('/s/2?lang=ko')).toMatch(/셀 수 있는 것: [^<]*2개 언어로 보도[^<]*240 MW/)
  expect(await page('/s/1')).not.toContain('What can be counted')
})

test('a story page words its figures in the reader’s language, and quotes no sentence in another beside one that they can read', async () => {
  const story = await storyOf(2)
  const { coverage } = JSON.parse(await page('/s/2.json'))
  const itemIn = (language: string) =>
    (coverage as { itemId: number; language: string }[]).find((item) => item.language === language)!.itemId
  const cited = (language: string, quote: string) => ({ itemId: itemIn(language), quote, start: 0, end: 3 })
  const english = cited('en', 'It costs $0.90 for what goes in and $3.60 for what comes out.')
  const of = [
    { text: '料金の上限', language: 'ja', itemId: itemIn('ja') },
    { text: 'token price', language: 'en', itemId: itemIn('en') },
  ]
  const figures: readonly Figure[] = [
    { type: 'figure', of, values: [{ text: '$0.90', independent: 2, citations: [english] }] },
    {
      type: 'figure',
      values: [{ text: '$3.60', independent: 2, citations: [english, cited('ja', '出力は3.6ドルだ。')] }],
    },
    { type: 'figure', values: [{ text: '7 %', independent: 2, citations: [cited('ja', '七％だった。')] }] },
  ]
  await deps.store.commitStories(
    sampleCommit({ stories: [{ ...story, facts: { claim: 'confirmed', figures, quotations: [] } }] }),
  )
  const facts = async (query: string) => (await page(`/s/2${query}`)).split('id="facts"')[1]!.split('</section>')[0]!
  const [inEnglish, inJapanese, inKorean] = [await facts(''), await facts('?lang=ja'), await facts('?lang=ko')]
  expect(inEnglish).toContain('token price')
  expect(inEnglish.match(/It costs/g)).toHaveLength(1)
  expect(inEnglish).not.toContain('出力は')
  expect(inEnglish).toContain('七％だった。')
  expect(inJapanese).toContain('料金の上限')
  expect(inJapanese).toContain('出力は3.6ドルだ。')
  expect(inKorean).toContain('<span lang="en">token price</span>')
})
