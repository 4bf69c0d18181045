import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compileHubRules } from '../../src/hub/observe.ts'
import { growHeapsSlowly } from '../../src/lib/heap-growth.ts'
import { readFeed } from '../../src/pipeline.ts'
import { parseWeights } from '../../src/rank/weights.ts'
import { type Beat, loadBeat } from '../../src/run/beat.ts'
import { Desk } from '../../src/run/desk.ts'
import { Teller } from '../../src/run/teller.ts'
import { loadTranslations } from '../../src/run/translations.ts'
import { firstState } from '../../src/source/schedule.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/types.ts'
import { EVENTS, offsetOf, periodOf, rss, sourceOf } from './made-world.ts'

/*
 * Question: what does the story thread spend on telling stories, by how many items they have?
 * Data: made-world.ts, with as many reports of an event as 10,000 feeds have.
 * Method: items are stored first, then worked off as the story thread does while it is behind, in this process. Processor time, not seconds:
 * machines are shared. The largest heap that `node --max-semi-space-size` gives is not that of the program's threads.
 * Run: npx tsx bench/scale/telling.ts [feeds] [file to write all that was told to, to compare two versions]
 */

const NOW = Date.UTC(2026, 10, 23, 12)
/** As in src/run/story-thread.ts. */
const BATCH = 1_000
const ENOUGH_STORIES = 400
const WHOLE_WORLD = 10_000

async function storeFeeds(store: Store, feeds: number, { gazetteer }: Beat): Promise<void> {
  const sources = Array.from({ length: feeds }, (_, feed) => sourceOf(feed, `p${feed}.example`))
  await store.saveSources(sources)
  const events = Math.ceil((EVENTS * feeds) / WHOLE_WORLD)
  for (const [feed, source] of sources.entries()) {
    const feedUrl = source.feeds[0]!.url
    const bytes = Buffer.from(rss(feed, Math.floor((NOW - offsetOf(feed)) / periodOf(feed)), events))
    const { drafts } = await readFeed(
      { source, feedUrl, bytes, contentType: 'application/rss+xml', finalUrl: feedUrl, fetchedAt: NOW },
      gazetteer,
    )
    await store.saveFeed({ state: firstState(feedUrl, source.id, NOW), drafts })
  }
}

interface Row {
  tellings: number
  items: number
  ms: number
}

/** Measures each telling, by the power of two below its story's items. */
class MeasuredTeller {
  readonly rows = new Map<number, Row>()

  measure(): void {
    const { rows } = this
    const tell = Teller.prototype.tell
    Teller.prototype.tell = async function (story, batch) {
      const before = process.cpuUsage()
      await tell.call(this, story, batch)
      const { user, system } = process.cpuUsage(before)
      const size = 2 ** Math.floor(Math.log2(story.items.size))
      const row = rows.get(size) ?? { tellings: 0, items: 0, ms: 0 }
      rows.set(size, row)
      row.tellings++
      row.items += story.items.size
      row.ms += (user + system) / 1_000
    }
  }
}

async function writeTold(store: Store, file: string): Promise<void> {
  const lines: string[] = []
  for await (const story of store.storiesSince(0)) lines.push(JSON.stringify(story))
  for (const member of await store.membersSince(0)) lines.push(JSON.stringify(member))
  for (let afterSeq = 0; ; ) {
    const events = await store.events({ afterSeq, limit: 1_000 })
    if (events.length === 0) break
    afterSeq = events.at(-1)!.seq
    for (const event of events) lines.push(JSON.stringify(event))
  }
  writeFileSync(file, lines.join('\n'))
}

async function benchTelling(feeds: number, file?: string): Promise<void> {
  growHeapsSlowly()
  const folder = mkdtempSync(join(tmpdir(), 'auspex-telling-'))
  const beat = loadBeat()
  const store = await openStore({ file: join(folder, 'auspex.db') })
  await storeFeeds(store, feeds, beat)
  const desk = await Desk.open({
    ...{ store, scope: beat.scope, gazetteer: beat.gazetteer, now: () => NOW },
    hubRules: compileHubRules(beat.gazetteer, beat.atlas),
    ...{ weights: parseWeights(''), storyWindowHours: 72, briefWindowHours: 24, translations: loadTranslations() },
  })
  const measured = new MeasuredTeller()
  measured.measure()
  const before = process.cpuUsage()
  let items = 0
  for (let worked = -1; worked !== 0; items += worked) worked = await desk.workOff(BATCH, ENOUGH_STORIES)
  const { user, system } = process.cpuUsage(before)
  const rows = [...measured.rows].sort(([a], [b]) => a - b)
  console.table(
    rows.map(([size, { tellings, items: told, ms }]) => ({ size, tellings, items: told, ms: Math.round(ms) })),
  )
  const tellingMs = rows.reduce((sum, [, { ms }]) => sum + ms, 0)
  const all = (user + system) / 1_000
  console.log({ items, msPerItem: all / items, tellingMsPerItem: tellingMs / items, peakMb: peakMb() })
  if (file !== undefined) await writeTold(store, file)
  await store.close()
  rmSync(folder, { recursive: true })
}

function peakMb(): number {
  return Math.round(process.resourceUsage().maxRSS / 1_000)
}

const [feeds = '1000', file] = process.argv.slice(2)
await benchTelling(Number(feeds), file)
