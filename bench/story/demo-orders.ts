import { fileURLToPath } from 'node:url'
import type { Gazetteer } from '../../src/entity/types.ts'
import { clusterInputOf } from '../../src/pipeline.ts'
import type { ClusterSettings } from '../../src/story/cluster-settings.ts'
import type { ClusterInput } from '../../src/story/types.ts'
import { runOurs } from '../clustering/clustering.ts'
import { shippedGazetteer } from '../clustering/shipped-gazetteer.ts'
import { type ClusterScores, scoreClusters } from '../scorer/score-clusters.ts'
import { demoArrivals } from './demo-arrivals.ts'

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
  const arrivals = await demoArrivals(seed, gazetteer)
  return arrivals.map(({ item, gold }) => ({ input: clusterInputOf(item), event: gold.event }))
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
