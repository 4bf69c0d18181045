import { afterEach, beforeEach, expect, test } from 'vitest'
import { readFeed } from '../../src/pipeline.ts'
import { type Beat, loadBeat } from '../../src/run/beat.ts'
import type { Desk } from '../../src/run/desk.ts'
import { firstState } from '../../src/source/schedule.ts'
import type { Source } from '../../src/source/types.ts'
import { openStore } from '../../src/store/open-store.ts'
import { sampleSource } from '../../src/store/testing/samples.ts'
import type { Store } from '../../src/store/types.ts'
import { translationInput } from '../../src/summary/model/translation.ts'
import { openDesk } from '../fixtures/demo-day.ts'

/** A deleted post leaves the page, and the story goes on without it, also after a restart. */
const AT = Date.UTC(2026, 10, 22, 14)
const press: Source = sampleSource('press')
const social: Source = { ...sampleSource('social'), kind: 'mastodon', tier: 4, type: 'community' }
const PAGE = 'https://press.example/openai-chip'
const SAID = 'My neighbour says OpenAI orders its own accelerator from Broadcom in secret'

const rss = (...items: readonly [link: string, title: string, text: string][]) =>
  `<rss version="2.0"><channel><title>Press</title>${items
    .map(([link, title, text]) => {
      const fields = `<guid>${link}</guid><link>${link}</link><title>${title}</title><description>${text}</description>`
      return `<item>${fields}<pubDate>Sun, 22 Nov 2026 09:00:00 +0000</pubDate></item>`
    })
    .join('')}</channel></rss>`
const toot = (id: string, content: string) => ({
  ...{ id, uri: `https://social.example/users/a/statuses/${id}`, url: `https://social.example/@a/${id}` },
  ...{ created_at: '2026-11-22T09:30:00Z', account: { acct: 'a' }, content, tags: [], media_attachments: [] },
})

let beat: Beat
let store: Store
let desk: Desk

beforeEach(async () => {
  beat = loadBeat()
  store = await openStore({ file: ':memory:' })
  await store.saveSources([press, social])
  desk = await openDesk(store, beat)
})

afterEach(() => store.close())

async function publish(source: Source, body: string, withdrawn: readonly string[] = []): Promise<void> {
  const feedUrl = source.feeds[0]!.url
  const bytes = new TextEncoder().encode(body)
  const { drafts } = await readFeed({ source, feedUrl, bytes, finalUrl: feedUrl, fetchedAt: AT }, beat.gazetteer)
  await store.saveFeed({ state: firstState(feedUrl, source.id, AT), drafts, withdrawn })
}

const storyIn = async (id: number) => {
  const found = await store.story(id)
  if (found?.type !== 'story') throw new Error(`story ${id} is ${found?.type}`)
  return found
}

test('a deleted post leaves its story, and its words leave headline, search and history', async () => {
  const lone = toot('1', `<p>${SAID} <a href="${PAGE}">${PAGE}</a></p>`)
  await publish(social, JSON.stringify([lone]))
  await desk.workOff(10)
  await publish(
    press,
    rss([PAGE, 'OpenAI orders own chip from Broadcom', 'OpenAI has ordered an accelerator from Broadcom.']),
  )
  await desk.workOff(10)
  const before = await storyIn(1)
  expect(before.members).toHaveLength(2)
  expect(JSON.stringify(await store.events({ storyId: 1, limit: 99 }))).toContain('neighbour')

  await publish(social, '[]', [lone.uri])
  await desk.workOff(10)
  const after = await storyIn(1)
  expect(after.members.map(({ item }) => item.sourceId)).toEqual(['press'])
  expect(after.story.coverage.echoes).toBe(0)
  expect(after.story.headline.text).toBe('OpenAI orders own chip from Broadcom')
  expect(JSON.stringify([after, await store.events({ storyId: 1, limit: 99 })])).not.toContain('neighbour')
  const types = (await store.events({ storyId: 1, limit: 99 })).map(({ type }) => type)
  expect(types).toEqual(expect.arrayContaining(['retracted', 'left']))
  expect((await store.searchStories('neighbour', 9)).stories).toEqual([])
})

test('a translation stands while its story says the same, and goes with a deleted post', async () => {
  const said = rss([PAGE, 'OpenAI orders own chip from Broadcom', 'OpenAI has ordered an accelerator from Broadcom.'])
  await publish(press, said)
  await desk.workOff(10)
  const { story } = await storyIn(1)
  const inputHash = translationInput(story, 'ja')!.hash
  const made = { state: 'made', model: 'm', texts: ['…'], rules: [] } as const
  await store.translations.put({ storyId: 1, language: 'ja', inputHash, at: AT, ...made })

  const echo = toot('1', `<p>Look at this <a href="${PAGE}">${PAGE}</a></p>`)
  await publish(social, JSON.stringify([echo]))
  await desk.workOff(10)
  const retold = await storyIn(1)
  expect(retold.members).toHaveLength(2)
  expect(translationInput(retold.story, 'ja')!.hash).toBe(inputHash)
  expect(await store.translations.find(1, 'ja')).toMatchObject({ inputHash, ...made })

  await publish(social, '[]', [echo.uri])
  await desk.workOff(10)
  expect(await store.translations.find(1, 'ja')).toBeUndefined()
})

test('a story that was only the deleted post is gone, and nothing joins it afterwards', async () => {
  const lone = toot('1', `<p>${SAID} <a href="${PAGE}">${PAGE}</a></p>`)
  await publish(social, JSON.stringify([lone]))
  await desk.workOff(10)
  await publish(social, '[]', [lone.uri])
  await desk.workOff(10)
  expect(await store.story(1)).toEqual({ type: 'gone' })

  // As after a crash: memory from the snapshot, not from a quiet end.
  desk = await openDesk(store, beat)
  await publish(
    press,
    rss([PAGE, 'OpenAI orders own chip from Broadcom', 'OpenAI has ordered an accelerator from Broadcom.']),
  )
  await desk.workOff(10)
  expect((await storyIn(2)).members).toHaveLength(1)
  expect(await store.story(1)).toEqual({ type: 'gone' })
})

test('a post deleted before it was placed opens no story', async () => {
  const lone = toot('1', `<p>${SAID}</p>`)
  await publish(social, JSON.stringify([lone]))
  await publish(social, '[]', [lone.uri])
  expect(await desk.workOff(10)).toBe(2)
  expect(await store.story(1)).toBeUndefined()
  expect(await store.events({ limit: 9 })).toEqual([])
})
