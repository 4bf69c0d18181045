import { expect, test } from 'vitest'
import { readFeed } from '../../src/pipeline.ts'
import { loadBeat } from '../../src/run/beat.ts'
import { firstState } from '../../src/source/schedule.ts'
import { openStore } from '../../src/store/open-store.ts'
import { sampleSource } from '../../src/store/testing/samples.ts'
import { EVENING, openDesk, publishFeedsUpTo } from '../fixtures/demo-day.ts'

/** The third names both events, and so draws the reports of the second into the story of the first. */
const TITLES = [
  'Footballer Harlow held in Leeds after car crash',
  'Leeds car crash: police hold footballer Harlow',
  'Leeds car crash: footballer Harlow held; singer Okafor held in Lagos over hotel bill',
  'Singer Okafor held in Lagos over hotel bill',
  'Okafor held in Lagos: singer denies hotel bill',
  'Hotel bill: singer Okafor held in Lagos, lawyer says',
]
const EARLIER_MINUTES = 400
const LATER_MINUTES = 600

test('a story of two events splits: both numbers live, both histories say so, no item is lost', async () => {
  const beat = loadBeat()
  const store = await openStore({ file: ':memory:' })
  const desk = await openDesk(store, beat)
  await publishFeedsUpTo(EARLIER_MINUTES, store, beat)
  while ((await desk.workOff(100)) === 100);
  const newestEarlier = Math.max(...(await store.membersSince(0)).map(({ itemId }) => itemId))
  const date = new Date(EVENING - 3_600_000).toUTCString()
  for (const [index, title] of TITLES.entries()) {
    const source = sampleSource(`press-${index}`)
    await store.saveSources([source])
    const feedUrl = source.feeds[0]!.url
    const link = `https://press-${index}.example/${index}`
    const item = `<item><guid>${link}</guid><link>${link}</link><title>${title}</title><pubDate>${date}</pubDate></item>`
    const bytes = new TextEncoder().encode(`<rss version="2.0"><channel><title>P</title>${item}</channel></rss>`)
    const { drafts } = await readFeed({ source, feedUrl, bytes, finalUrl: feedUrl, fetchedAt: EVENING }, beat.gazetteer)
    await store.saveFeed({ state: firstState(feedUrl, source.id, EVENING), drafts })
  }
  await desk.workOff(100)
  await publishFeedsUpTo(LATER_MINUTES, store, beat)
  while ((await desk.workOff(100)) === 100);

  const ours = (await store.membersSince(0)).filter(
    ({ itemId }) => itemId > newestEarlier && itemId <= newestEarlier + TITLES.length,
  )
  expect(ours).toHaveLength(TITLES.length)
  const [storyId, into] = [...new Set(ours.map((member) => member.storyId))].sort((x, y) => x - y) as [number, number]
  const splits = (await store.events({ limit: 1_000 })).filter(
    ({ type, data }) => type === 'split' && data.from === storyId,
  )
  expect(splits.map((event) => event.storyId)).toEqual([storyId, into])
  const { shared } = splits[0]!.data
  expect(shared).toMatch(/Harlow|Okafor/)
  for (const [id, name] of [
    [storyId, String(shared).includes('Harlow') ? 'Okafor' : 'Harlow'],
    [into, String(shared).includes('Harlow') ? 'Harlow' : 'Okafor'],
  ] as const) {
    const found = await store.story(id)
    if (found?.type !== 'story') throw new Error(`story ${id} is ${found?.type}`)
    expect(found.story.headline.text).toContain(name)
    expect(found.members.every(({ receipt }) => (receipt.rule === 'split') === (id === into))).toBe(true)
  }
  await store.close()
}, 60_000)
