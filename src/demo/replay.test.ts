import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fetchFeed } from '../source/fetch-feed.ts'
import { createFetcher } from '../source/fetcher.ts'
import { parseFeed } from '../source/parse-feed.ts'
import type { FeedState } from '../source/types.ts'
import { buildWorld } from './build-world.ts'
import { startDemoServer } from './feed-server.ts'
import { goldStories } from './gold-stories.ts'
import { loadWorld } from './load-world.ts'
import { DAY_MINUTES } from './world.ts'

type Validators = Pick<FeedState, 'etag' | 'lastModified' | 'movedTo'>

test('polled once an hour of the day by the true fetcher, the replay loses nothing', async () => {
  const shipped = loadWorld(join(import.meta.dirname, '../../data/demo'))
  const { publishers, events } = shipped
  const world = buildWorld(
    publishers.map((publisher) => ({ ...publisher, conduct: { ...publisher.conduct, slowMs: undefined } })),
    events,
  )
  const startAt = Date.UTC(2026, 4, 2, 12)
  let now = startAt
  const server = await startDemoServer({ world, startAt, dayMs: DAY_MINUTES * 1_000, now: () => now })
  const fetcher = createFetcher({ userAgent: 'test', allowPrivate: () => true, maxPerHost: 8 })
  const validators = new Map<string, Validators>()
  const seen = new Set<string>()
  const outcomes = { changed: 0, unchanged: 0, failed: 0 }

  for (let minute = 0; minute <= DAY_MINUTES; minute += 60) {
    now = startAt + minute * 1_000
    await Promise.all(
      server.sources.map(async (source) => {
        const feed = { url: source.feeds[0]!.url, kind: source.kind }
        const outcome = await fetchFeed(feed, validators.get(source.id), fetcher, () => now)
        outcomes[outcome.type]++
        if (outcome.type === 'failed') return
        validators.set(source.id, outcome)
        if (outcome.type === 'unchanged') return
        const parsed = parseFeed(outcome.bytes, { ...outcome, url: outcome.finalUrl, kind: source.kind })
        for (const { id, link } of parsed.entries) seen.add(`${source.id} ${id ?? link}`)
      }),
    )
  }
  await fetcher.close()
  await server.close()

  expect([...seen].sort()).toEqual(
    goldStories(world)
      .map(({ source, id }) => `${source} ${id}`)
      .sort(),
  )
  // Once 503, and 500 from minute 300 up to 660: six hours, at 300, 360 … 600.
  expect(outcomes.failed).toBe(7)
  expect(outcomes.unchanged).toBeGreaterThan(outcomes.changed)
  expect(validators.get('brussels-file')!.movedTo).toBe(`${server.url}/feeds/brussels-file`)
}, 60_000)
