import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { demoSources } from '../../src/demo/demo-sources.ts'
import { goldStories } from '../../src/demo/gold-stories.ts'
import { loadWorld } from '../../src/demo/load-world.ts'
import { renderFeed } from '../../src/demo/render-feed.ts'
import { DAY_MINUTES } from '../../src/demo/world.ts'
import type { Gazetteer } from '../../src/entity/types.ts'
import { clusterInputOf, readFeed } from '../../src/pipeline.ts'
import { DATA_FOLDER } from '../../src/run/data-folder.ts'
import { publisherOf } from '../../src/run/publisher-of.ts'
import type { ClusterSettings } from '../../src/story/cluster-settings.ts'
import type { ClusterInput } from '../../src/story/types.ts'
import { runOurs } from '../clustering/clustering.ts'
import { shippedGazetteer } from '../clustering/shipped-gazetteer.ts'
import { type ClusterScores, scoreClusters, seededRandom } from '../scorer/score-clusters.ts'

/*
 * Question: does a newcomer who starts the demo see stories of one event each, whenever the program happens to ask each feed?
 * Data: the demo's day, which is part of the repository: its feeds in five languages, the gold event of each entry.
 * Method: each feed is asked from a random phase on, every 24 to 48 minutes of the day, as the demo asks; what is new is read, placed and
 * merged as in the program. Several such days.
 * Caveat: we wrote the day, and looked at it when settings were chosen.
 */

/** One day, its entries having come in one order. */
export interface DemoDay {
  readonly seed: number
  readonly final: ClusterScores
  /** Where a story holds the items of two events, at least two of each: the lesser event and how many of its items. */
  readonly mixed: readonly MixedEvents[]
}

export interface MixedEvents {
  readonly event: string
  readonly within: string
  readonly items: number
}

export interface DemoOrdersScore {
  readonly days: number
  /** B-cubed F1 after merges in the mean of the days, and of the worst. */
  readonly mean: number
  readonly worst: number
  /** Over the items of different languages, in the mean. */
  readonly crossPair: number
  /** In the mean of the days. */
  readonly mixed: number
}

/** Minutes of the day between two polls of a feed: 2 to 4 seconds of a day of two minutes. */
const [LEAST_WAIT, MOST_WAIT] = [24, 48]
const DAYS = 8

interface Arrival {
  readonly input: ClusterInput
  readonly event: string
}

export async function benchDemoOrders(): Promise<DemoOrdersScore> {
  const days = await demoDays(Array.from({ length: DAYS }, (_, index) => index + 1))
  for (const { seed, final, mixed } of days) {
    const f1 = (final.b3[2] * 100).toFixed(1)
    const together = mixed.map(({ event, within, items }) => `${items} of ${event} in ${within}`)
    console.log(
      `day ${seed}: ${f1}, ${final.found} stories of ${final.gold} events; ${together.join(', ') || 'none mixed'}`,
    )
  }
  const mean = (of: (day: DemoDay) => number) => days.reduce((sum, day) => sum + of(day), 0) / days.length
  return {
    days: days.length,
    mean: mean(({ final }) => final.b3[2]),
    worst: Math.min(...days.map(({ final }) => final.b3[2])),
    crossPair: mean(({ final }) => final.crossPair[2]),
    mixed: mean(({ mixed }) => mixed.length),
  }
}

/** @param seeds one day each */
async function demoDays(
  seeds: readonly number[],
  settings: Partial<ClusterSettings> = {},
): Promise<readonly DemoDay[]> {
  const gazetteer = shippedGazetteer()
  const days: DemoDay[] = []
  for (const seed of seeds) {
    const arrivals = await arrivalsOf(seed, gazetteer)
    const inputs = arrivals.map(({ input }) => input)
    const { final } = runOurs(inputs, gazetteer, { settings })
    const items = arrivals.map(({ event, input }, at) => ({ gold: event, language: input.language, found: final[at]! }))
    days.push({ seed, final: scoreClusters(items), mixed: mixedEvents(arrivals, final) })
  }
  return days
}

/** The day's items in one order of arrival. */
async function arrivalsOf(seed: number, gazetteer: Gazetteer): Promise<readonly Arrival[]> {
  const world = loadWorld(path.join(DATA_FOLDER, 'demo'))
  const events = new Map(goldStories(world).map(({ source, id, event }) => [`${source} ${id}`, event]))
  const startAt = Date.UTC(2026, 4, 2, 12)
  const seen = new Set<string>()
  const arrivals: Arrival[] = []
  for (const { source, minute } of pollsOf(demoSources(world, 'http://127.0.0.1:1'), seededRandom(seed))) {
    const feedUrl = source.feeds[0]!.url
    const { body, contentType } = renderFeed(world, source.id, Math.min(minute, DAY_MINUTES), startAt)
    const bytes = new TextEncoder().encode(body)
    const answer = { source, feedUrl, finalUrl: feedUrl, bytes, contentType, fetchedAt: startAt }
    for (const { item, mentions } of (await readFeed(answer, gazetteer)).drafts) {
      const key = `${source.id} ${item.key}`
      if (seen.has(key)) continue
      seen.add(key)
      const event = events.get(key)
      if (event === undefined) throw new Error(`The demo has no event for ${key}`)
      const stored = { ...item, id: arrivals.length, mentions, publisher: publisherOf(source), revision: 1 }
      arrivals.push({ input: clusterInputOf({ ...stored, firstSeenAt: startAt }), event })
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

function mixedEvents(arrivals: readonly Arrival[], found: readonly number[]): readonly MixedEvents[] {
  const byStory = new Map<number, Map<string, number>>()
  for (const [at, { event }] of arrivals.entries()) {
    const counts = byStory.get(found[at]!) ?? new Map<string, number>()
    byStory.set(found[at]!, counts.set(event, (counts.get(event) ?? 0) + 1))
  }
  return [...byStory.values()].flatMap((counts) => {
    const [most, ...others] = [...counts].sort((a, b) => b[1] - a[1])
    return others.filter(([, items]) => items > 1).map(([event, items]) => ({ event, within: most![0], items }))
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await benchDemoOrders())
