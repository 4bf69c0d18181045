import path from 'node:path'
import { demoSources } from '../../src/demo/demo-sources.ts'
import { type GoldEntry, goldStories } from '../../src/demo/gold-stories.ts'
import { loadWorld } from '../../src/demo/load-world.ts'
import { renderFeed } from '../../src/demo/render-feed.ts'
import { DAY_MINUTES } from '../../src/demo/world.ts'
import type { Gazetteer } from '../../src/entity/types.ts'
import { readFeed } from '../../src/pipeline.ts'
import { DATA_FOLDER } from '../../src/run/data-folder.ts'
import { publisherOf } from '../../src/run/publisher-of.ts'
import type { StoryItem } from '../../src/story/types.ts'
import { seededRandom } from '../scorer/score-clusters.ts'

/** When each source is asked again: 2 to 4 seconds of a day of two minutes, in minutes of the day. */
const [LEAST_WAIT, MOST_WAIT] = [24, 48]

/** An item of the demo's day, as it comes in. */
export interface DemoArrival {
  readonly item: StoryItem
  readonly gold: GoldEntry
}

/** The day's items in one order of arrival: each feed is asked from a random phase on, and what is new is read as in the program. */
export async function demoArrivals(seed: number, gazetteer: Gazetteer): Promise<readonly DemoArrival[]> {
  const world = loadWorld(path.join(DATA_FOLDER, 'demo'))
  const entries = new Map(goldStories(world).map((gold) => [`${gold.source} ${gold.id}`, gold]))
  const startAt = Date.UTC(2026, 4, 2, 12)
  const seen = new Set<string>()
  const arrivals: DemoArrival[] = []
  for (const { source, minute } of pollsOf(demoSources(world, 'http://127.0.0.1:1'), seededRandom(seed))) {
    const feedUrl = source.feeds[0]!.url
    const { body, contentType } = renderFeed(world, source.id, Math.min(minute, DAY_MINUTES), startAt)
    const bytes = new TextEncoder().encode(body)
    const answer = { source, feedUrl, finalUrl: feedUrl, bytes, contentType, fetchedAt: startAt }
    for (const { item, mentions } of (await readFeed(answer, gazetteer)).drafts) {
      const key = `${source.id} ${item.key}`
      if (seen.has(key)) continue
      seen.add(key)
      const gold = entries.get(key)
      if (gold === undefined) throw new Error(`The demo has no event for ${key}`)
      const stored = { ...item, id: arrivals.length, mentions, publisher: publisherOf(source), revision: 1 }
      arrivals.push({ item: { ...stored, firstSeenAt: startAt }, gold })
    }
  }
  return arrivals
}

/** When each source is asked, in minutes of the day, in order. */
function pollsOf<Source>(
  sources: readonly Source[],
  random: () => number,
): readonly { source: Source; minute: number }[] {
  const polls = sources.flatMap((source) => {
    const minutes: number[] = []
    let minute = random() * MOST_WAIT
    for (; minute < DAY_MINUTES + MOST_WAIT; minute += LEAST_WAIT + random() * (MOST_WAIT - LEAST_WAIT))
      minutes.push(minute)
    return minutes.map((each) => ({ source, minute: each }))
  })
  return polls.sort((a, b) => a.minute - b.minute)
}
