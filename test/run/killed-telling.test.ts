import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { demoSources } from '../../src/demo/demo-sources.ts'
import { loadWorld } from '../../src/demo/load-world.ts'
import { renderFeed } from '../../src/demo/render-feed.ts'
import { DAY_MINUTES } from '../../src/demo/world.ts'
import { DAY_MS } from '../../src/lib/instant.ts'
import { readFeed } from '../../src/pipeline.ts'
import { loadBeat } from '../../src/run/beat.ts'
import { DATA_FOLDER } from '../../src/run/data-folder.ts'
import { firstState } from '../../src/source/schedule.ts'
import { openStore } from '../../src/store/open-store.ts'
import { type AuspexProcess, startAuspexProcess, until } from './auspex-process.ts'

const KILLS = 6
const DAYS = 2
const LAST_EVENING = Date.UTC(2026, 10, 23, 12)

const folder = mkdtempSync(join(tmpdir(), 'auspex-killed-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const databaseOf = (data: string) => join(data, 'auspex.db')

/** The demo's day again and again, stored and not told: each day has the reports of the others under addresses of its own. */
async function storeDays(data: string): Promise<number> {
  mkdirSync(data)
  const store = await openStore({ file: databaseOf(data) })
  const { gazetteer } = loadBeat()
  const world = loadWorld(join(DATA_FOLDER, 'demo'))
  const sources = demoSources(world, 'http://127.0.0.1:1')
  await store.saveSources(sources)
  for (let day = 0; day < DAYS; day++) {
    const evening = LAST_EVENING - (DAYS - 1 - day) * DAY_MS
    for (const source of sources) {
      const feedUrl = source.feeds[0]!.url
      const { body, contentType } = renderFeed(world, source.id, DAY_MINUTES, evening)
      const bytes = Buffer.from(body)
      const context = { source, feedUrl, bytes, contentType, finalUrl: feedUrl, fetchedAt: evening }
      const { drafts } = await readFeed(context, gazetteer)
      const ofTheDay = drafts.map(({ item, mentions }) => ({
        mentions,
        item: { ...item, key: `${item.key} ${day}`, url: item.url && `${item.url}?day=${day}` },
      }))
      await store.saveFeed({ state: firstState(feedUrl, source.id, evening), drafts: ofTheDay })
    }
  }
  const { items } = await store.counts(LAST_EVENING)
  await store.close()
  return items
}

/** What the stories are made of and what is told of them; but for when they were ranked, and how often they changed on the way. */
async function toldIn(data: string) {
  const store = await openStore({ file: databaseOf(data) })
  const stories: object[] = []
  for await (const { revision, rankedAt, score, explanation, ...story } of store.storiesSince(0)) stories.push(story)
  const members = (await store.membersSince(0)).map(({ joinedAt, ...member }) => member)
  const seqs: number[] = []
  for (;;) {
    const events = await store.events({ afterSeq: seqs.at(-1) ?? 0, limit: 1_000 })
    if (events.length === 0) break
    seqs.push(...events.map(({ seq }) => seq))
  }
  const { backlog } = await store.counts(LAST_EVENING)
  await store.close()
  return { stories, members, seqs, backlog }
}

function start(data: string, sources: string): Promise<AuspexProcess> {
  return startAuspexProcess(['start', '--data', data, '--sources', sources, '--port', '0', '--log-level', 'error'], {
    AUSPEX_ALLOW_PRIVATE: '127.0.0.1:1',
  })
}

interface Status {
  readonly backlog: number
  readonly lastEventSeq: number
}

const statusOf = async ({ url }: AuspexProcess) => (await (await fetch(`${url}/api/v1/status`)).json()) as Status

async function tellAll(data: string, sources: string): Promise<void> {
  const auspex = await start(data, sources)
  await until('all is told', async () => ((await statusOf(auspex)).backlog === 0 ? true : undefined), 300_000)
  await auspex.stop()
}

/** Somebody who listens for as long as the program lives. */
async function listen({ url }: AuspexProcess): Promise<void> {
  const stream = await fetch(`${url}/events`)
  for await (const _ of stream.body!);
}

test(`killed ${KILLS} times while it tells stories, with listeners, it ends with what one tells that was never disturbed`, async () => {
  const [quiet, killed] = [join(folder, 'quiet'), join(folder, 'killed')]
  const items = await storeDays(quiet)
  cpSync(quiet, killed, { recursive: true })
  const sources = join(folder, 'sources.yaml')
  writeFileSync(
    sources,
    `sources:
  - { id: silent, name: Silent, homepage: "https://silent.example/", kind: rss, feeds: [{ url: "http://127.0.0.1:1/f" }],
      language: en, country: INT, family: silent, type: press, tier: 2, tierReason: a test, topics: [], hubs: [], enabled: true }
`,
  )
  const backlogs: number[] = []
  for (let kill = 0; kill < KILLS; kill++) {
    const auspex = await start(killed, sources)
    const listeners = [0, 1, 2].map(() => listen(auspex).catch(() => undefined))
    const { backlog } = await statusOf(auspex)
    backlogs.push(backlog)
    // Once something is committed the next batch is under way; every third life ends before.
    const isUnderWay = async () => ((await statusOf(auspex)).backlog < backlog ? true : undefined)
    if (kill % 3 > 0 && backlog > 0) await until('something is told', isUnderWay, 120_000, 5)
    await new Promise((resolve) => setTimeout(resolve, (kill * 37) % 250))
    await auspex.kill()
    await Promise.all(listeners)
  }
  await tellAll(killed, sources)
  await tellAll(quiet, sources)

  const [expected, told] = [await toldIn(quiet), await toldIn(killed)]
  expect(told.members).toEqual(expected.members)
  expect(told.stories).toEqual(expected.stories)
  expect(told.backlog).toBe(0)
  expect(new Set(told.members.map(({ itemId }) => itemId)).size).toBe(items)
  expect(told.seqs).toEqual(told.seqs.map((_, index) => index + 1))
  // Kills came in the middle, and each lost a batch at most.
  expect(backlogs.filter((backlog) => backlog > 0 && backlog < items)).not.toEqual([])
}, 600_000)
