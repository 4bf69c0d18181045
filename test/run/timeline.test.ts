import { afterAll, beforeAll, expect, test } from 'vitest'
import { DAY_MINUTES } from '../../src/demo/world.ts'
import { loadBeat } from '../../src/run/beat.ts'
import { createSite } from '../../src/site/site.ts'
import { emptyDeps, toldDay } from '../fixtures/demo-day.ts'

interface Told {
  readonly id: number
  readonly headline: string
  readonly languages: readonly string[]
  readonly facts?: { readonly figures: readonly { readonly values: readonly { readonly text: string }[] }[] }
  readonly timeline: readonly {
    readonly itemId: number
    readonly at: string
    readonly firstIn?: string
    readonly figures: readonly string[]
    readonly speakers: readonly string[]
  }[]
  readonly coverage: readonly { readonly itemId: number; readonly language: string; readonly role: string }[]
}

const beat = loadBeat()
let site: Awaited<ReturnType<typeof createSite>>
let end: () => Promise<void>
let stories: readonly Told[]

beforeAll(async () => {
  const day = await toldDay(DAY_MINUTES, beat)
  end = async () => {
    await day.desk.close()
    await day.end()
  }
  site = await createSite(emptyDeps(day.store, beat))
  const { stories: lines } = await json<{ stories: readonly { id: number }[] }>('/api/v1/stories?limit=200')
  stories = await Promise.all(lines.map(({ id }) => json<Told>(`/api/v1/stories/${id}`)))
}, 60_000)

afterAll(() => end())

async function json<T>(path: string): Promise<T> {
  return (await (await site.request(path)).json()) as T
}

test('of a story in two scripts that differ on a figure: who was first in each, and with which figure', async () => {
  const line = powerLine()
  expect(line.timeline.slice(0, 2)).toMatchObject([
    { firstIn: 'zh-Hans', figures: ['150兆瓦'] },
    { firstIn: 'zh-Hant', figures: ['120兆瓦'] },
  ])
})

/** Of which a paper of the mainland says 150 MW, and one of Hong Kong 120; an English one came to another story. */
function powerLine(): Told {
  const found = stories.find(({ facts }) => JSON.stringify(facts ?? null).includes('150兆瓦'))
  if (!found) throw new Error('the day has no story of the power line')
  return found
}

test('whoever is quoted stands with the report that quoted him first', () => {
  const speakers = stories.flatMap(({ timeline }) => timeline.flatMap((each) => each.speakers))
  expect(speakers).toContain('스타트업 단체')
})

test('every story: in the order of time, each language once, each figure once', () => {
  for (const { timeline, coverage, facts, headline } of stories) {
    expect(
      timeline.map(({ at }) => at),
      headline,
    ).toEqual(timeline.map(({ at }) => at).sort())
    const languageOf = new Map(coverage.map(({ itemId, language }) => [itemId, language]))
    const languages = new Set(timeline.map(({ itemId }) => languageOf.get(itemId)))
    const first = timeline.flatMap(({ firstIn }) => firstIn ?? [])
    expect(new Set(first), headline).toEqual(languages.size > 1 ? languages : new Set())
    expect(first, headline).toHaveLength(new Set(first).size)
    const figures = timeline.flatMap((each) => each.figures)
    const values = (facts?.figures ?? []).flatMap((figure) => figure.values.map(({ text }) => text))
    expect([...figures].sort(), headline).toEqual([...values].sort())
  }
  expect(stories.length).toBeGreaterThan(100)
})

test('the page says it in the reader’s language, with the figure marked as what it is', async () => {
  const page = async (lang: string) => (await site.request(`/s/${powerLine().id}?lang=${lang}`)).text()
  const english = await page('en')
  expect(english).toContain('first in Chinese (Simplified)')
  expect(english).toContain('first to say <span lang="zh-Hans">150兆瓦</span>')
  expect(await page('ja')).toContain('中国語 (簡体字)で最初の報道')
})
