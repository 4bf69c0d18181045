import { decideKind } from '../../src/rank/kind.ts'
import { kindReason } from '../../src/rank/kind-reason.ts'
import { assessCoverage } from '../../src/story/coverage.ts'
import type { StoryItem, StoryKind } from '../../src/story/types.ts'
import { shippedGazetteer } from '../clustering/shipped-gazetteer.ts'
import { demoArrivals } from '../story/demo-arrivals.ts'

/*
 * Question: is the kind of a story told where a report comes after the other, in five languages, from makers, newsrooms and crowds?
 * Data: the events of the demo's day, which is part of the repository; who wrote each said its kind, where two people could not differ.
 * Caveat: we wrote the day, and some examples after reading what went wrong on it.
 * Run: npx tsx bench/rank/demo-kind.ts [--misses]
 */

export interface DemoKindBench {
  readonly events: number
  readonly right: number
  /** Single reports, each as if it stood alone. */
  readonly reports: number
  readonly reportsRight: number
  readonly misses: readonly string[]
}

/** @param seed of the order in which the day's items come in */
export async function benchDemoKind(seed = 1): Promise<DemoKindBench> {
  const gazetteer = shippedGazetteer()
  const typeOf = (id: string) => gazetteer.entity(id)?.type
  const events = new Map<string, { kind: StoryKind; items: StoryItem[] }>()
  for (const { item, gold } of await demoArrivals(seed, gazetteer)) {
    if (gold.kind === undefined) continue
    const event = events.get(gold.event)
    if (event) event.items.push(item)
    else events.set(gold.event, { kind: gold.kind, items: [item] })
  }
  const told = [...events.values()].map(({ kind, items }) => {
    const { members } = assessCoverage(items, new Map())
    const decision = decideKind(members, typeOf)
    const reports = members.filter(({ role }) => role === 'report')
    const right = reports.filter((report) => decideKind([report], typeOf).kind === kind)
    const because = kindReason(decision, typeOf).params
    return { kind, found: decision.kind, because, title: items[0]!.title, reports: reports.length, right: right.length }
  })
  const sum = (of: (event: (typeof told)[number]) => number) => told.reduce((total, event) => total + of(event), 0)
  return {
    events: told.length,
    right: sum(({ kind, found }) => Number(kind === found)),
    reports: sum(({ reports }) => reports),
    reportsRight: sum(({ right }) => right),
    misses: told
      .filter(({ kind, found }) => kind !== found)
      .map(({ kind, found, because, title }) => `${kind} → ${found} [${Object.values(because)}] ${title}`),
  }
}

if (process.argv[1] === import.meta.filename) {
  const { misses, ...figures } = await benchDemoKind()
  console.log(figures)
  if (process.argv.includes('--misses')) for (const miss of misses) console.log(miss)
}
