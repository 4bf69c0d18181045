import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseFeed as parseWithFeedsmith } from 'feedsmith'
import { feedJson } from '../../src/commands/feed-json.ts'
import { parseFeed } from '../../src/source/parse-feed.ts'
import { BENCH_FOLDER } from '../bench-folder.ts'
import { type Check, meetsCheck, type Output } from './score-checks.ts'
import { feedFilesIn, servedFeeds, unpackArchive } from './served-feeds.ts'

/** Address that the suites' files were served from when their expectations were written. */
const SUITE_BASE = 'http://127.0.0.1:8097/'

export interface TierScore {
  readonly suite: string
  readonly tier: string
  readonly met: number
  readonly checks: number
}

export interface FeedFigures {
  readonly scores: readonly TierScore[]
  /** Checks that were not met, for looking at. */
  readonly misses: readonly Check[]
  readonly files: number
  /** Files that hold a feed and were not read. */
  readonly unread: readonly string[]
  readonly entries: number
  readonly slowestMs: number
  readonly megabytesPerSecond: number
  /** Ours to feedsmith's in the same run; above 1 is faster. */
  readonly speedRatio: number
}

/**
 * Reads every feed of the benchmark folder, scores the conformance suites, and prints what came out.
 *
 * @param folder holds `feeds/` and `conformance/`
 * @returns undefined, after one line that says so, where the folder is absent
 */
export function benchFeeds(folder = BENCH_FOLDER): FeedFigures | undefined {
  if (!existsSync(join(folder, 'conformance', 'feeds-real'))) {
    console.log(`feeds: skipped, no benchmark data in ${folder} (set AUSPEX_BENCH)`)
    return undefined
  }
  const unpacked = mkdtempSync(join(tmpdir(), 'auspex-feeds-'))
  try {
    const figures = measure(folder, unpacked)
    print(figures)
    return figures
  } finally {
    rmSync(unpacked, { recursive: true, force: true })
  }
}

function print({ scores, files, unread, entries, slowestMs, megabytesPerSecond, speedRatio }: FeedFigures): void {
  console.log(
    `feeds, ${megabytesPerSecond.toFixed(1)} MB a second of processor time, ${speedRatio.toFixed(2)} times feedsmith`,
  )
  for (const { suite, tier, met, checks } of scores) {
    const share = ((100 * met) / checks).toFixed(1)
    console.log(`${suite.padEnd(12)}${tier.padEnd(12)}${`${met} of ${checks}`.padStart(14)}${share.padStart(8)} %`)
  }
  console.log(
    `real files: ${files - unread.length} of ${files} read, ${entries} entries, slowest ${slowestMs.toFixed(1)} ms`,
  )
  for (const file of unread) console.log(`  no feed: ${file}`)
}

function measure(folder: string, unpacked: string): FeedFigures {
  const conformance = join(folder, 'conformance')
  for (const suite of ['feedparser', 'gofeed'])
    unpackArchive(join(conformance, suite, 'files.tar.xz'), join(unpacked, suite))
  const suites = [
    scoreSuite('feedparser', join(conformance, 'feedparser', 'checks.jsonl'), join(unpacked, 'feedparser', 'tests')),
    scoreSuite('gofeed', join(conformance, 'gofeed', 'checks.jsonl'), join(unpacked, 'gofeed', 'testdata')),
    scoreSuite('real', join(conformance, 'feeds-real', 'consensus.jsonl'), join(conformance, 'feeds-real')),
  ]
  const served = servedFeeds(folder, join(unpacked, 'feeds'))
  return {
    scores: suites.flatMap(({ scores }) => scores),
    misses: suites.flatMap(({ misses }) => misses),
    ...readAll([...served, ...feedFilesIn(join(conformance, 'feeds-real'))]),
    ...compareSpeed(served.map((file) => readFileSync(file))),
  }
}

function scoreSuite(suite: string, checksFile: string, files: string): { scores: TierScore[]; misses: Check[] } {
  const lines = readFileSync(checksFile, 'utf8').trim().split('\n')
  const checks = lines.map((line) => JSON.parse(line) as Check).filter(({ tier }) => tier !== 'meta')
  const outputs = new Map<string, Output | undefined>()
  const scores = new Map<string, { met: number; checks: number }>()
  const misses: Check[] = []
  for (const check of checks) {
    if (!outputs.has(check.file)) outputs.set(check.file, readFile(join(files, check.file), check))
    const score = scores.get(check.tier) ?? { met: 0, checks: 0 }
    const isMet = meetsCheck(check, outputs.get(check.file))
    scores.set(check.tier, { met: score.met + Number(isMet), checks: score.checks + 1 })
    if (!isMet) misses.push(check)
  }
  return { scores: [...scores].map(([tier, score]) => ({ suite, tier, ...score })), misses }
}

function readFile(file: string, check: Check): Output | undefined {
  const headers = new Map(Object.entries(check.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]))
  const url = addressOf(check, headers.get('content-location'))
  try {
    const feed = parseFeed(readFileSync(file), {
      contentType: headers.get('content-type'),
      contentLanguage: headers.get('content-language'),
      url,
    })
    return asChecked(feedJson(feed, url))
  } catch {
    return undefined
  }
}

/** The suites read their files from disk, where nothing is relative to an address, but those named `http_…`. */
function addressOf({ file }: Check, contentLocation: string | undefined): string | undefined {
  const served = new URL(`tests/${file}`, SUITE_BASE).href
  if (contentLocation !== undefined) return new URL(contentLocation, served).href
  return /(?:^|\/)http_[^/]*$/.test(file) ? served : undefined
}

/** What `auspex parse` prints, enclosures by their addresses. */
function asChecked({ feed, items }: ReturnType<typeof feedJson>): Output {
  return {
    feed,
    items: items.map((item) => ({ ...item, enclosures: item.enclosures.map(({ url }) => url) })),
  }
}

function readAll(files: readonly string[]): Pick<FeedFigures, 'files' | 'unread' | 'entries' | 'slowestMs'> {
  const unread: string[] = []
  let entries = 0
  let slowestMs = 0
  for (const file of files) {
    const bytes = readFileSync(file)
    const startedAt = performance.now()
    try {
      entries += parseFeed(bytes).entries.length
    } catch {
      unread.push(file)
    }
    slowestMs = Math.max(slowestMs, performance.now() - startedAt)
  }
  return { files: files.length, unread, entries, slowestMs }
}

/** Processor time, since the machine may be shared; both read the same bytes in turns, the best of ten rounds each. */
function compareSpeed(feeds: readonly Buffer[]): Pick<FeedFigures, 'megabytesPerSecond' | 'speedRatio'> {
  const bytes = feeds.reduce((sum, { length }) => sum + length, 0)
  const round = (parse: (feed: Buffer) => unknown): number => {
    const before = process.cpuUsage()
    for (const feed of feeds) {
      try {
        parse(feed)
      } catch {
        // What it cannot read costs it nothing.
      }
    }
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1_000
  }
  let ours = Number.POSITIVE_INFINITY
  let theirs = Number.POSITIVE_INFINITY
  for (let n = 0; n < 10; n++) {
    ours = Math.min(
      ours,
      round((feed) => parseFeed(feed)),
    )
    theirs = Math.min(
      theirs,
      round((feed) => parseWithFeedsmith(feed.toString())),
    )
  }
  return { megabytesPerSecond: bytes / 1_000 / ours, speedRatio: theirs / ours }
}

if (process.argv[1] === import.meta.filename) {
  const figures = benchFeeds(process.argv.slice(2).find((argument) => !argument.startsWith('--')))
  if (process.argv.includes('--misses')) for (const miss of figures?.misses ?? []) console.log(JSON.stringify(miss))
}
