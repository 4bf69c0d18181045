import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { normaliseEntry } from '../../src/item/normalise-entry.ts'
import { NotAFeedError } from '../../src/source/not-a-feed-error.ts'
import { parseFeed } from '../../src/source/parse-feed.ts'
import type { Source } from '../../src/source/types.ts'
import { benchFile } from '../bench-folder.ts'
import { unpackArchive } from './served-feeds.ts'

/*
 * Question: is there a document that stops us?
 * Data: half of the documents by which the W3C's feed validator is tested; most are wrong on purpose, each in its own way.
 * Each is parsed and normalised. A crash is any error but "this is no feed"; a hang is more than 2 s of processor time.
 */

const HANG_MS = 2_000
const SOURCE: Source = {
  id: 'bench',
  name: 'Bench',
  homepage: 'https://bench.example/',
  kind: 'rss',
  feeds: [{ url: 'https://bench.example/feed' }],
  language: 'mul',
  country: 'INT',
  family: 'Bench',
  type: 'blog',
  tier: 3,
  tierReason: 'Bench.',
  topics: [],
  hubs: [],
  isEnabled: true,
  isMirror: false,
  countsAsIndependent: true,
}

export interface ToleranceBench {
  readonly documents: number
  readonly refused: number
  readonly crashes: number
  readonly hangs: number
  readonly entries: number
  readonly slowestMs: number
  /** Grown beyond the start, in megabytes. */
  readonly grownMb: number
}

/** @returns undefined, after one line that says so, where the data is absent */
export function benchTolerance(): ToleranceBench | undefined {
  const archive = benchFile('conformance/feedvalidator/files.tar.xz')
  if (archive === undefined) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'auspex-tolerance-'))
  try {
    unpackArchive(archive, folder)
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name))
    const figures = readDocuments(files.filter((file) => statSync(file).isFile()))
    const { documents, refused, crashes, hangs, slowestMs, grownMb } = figures
    console.log(
      `tolerance: ${documents} documents, ${refused} refused as no feed, ${crashes} crashes, ${hangs} hangs, ` +
        `slowest ${slowestMs.toFixed(0)} ms, grown by ${grownMb.toFixed(0)} MB`,
    )
    return figures
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function readDocuments(files: readonly string[]): ToleranceBench {
  let [refused, crashes, hangs, entries, slowestMs, grownMb] = [0, 0, 0, 0, 0, 0]
  const startBytes = process.memoryUsage().rss
  for (const file of files) {
    const before = process.cpuUsage()
    try {
      entries += readDocument(readFileSync(file))
    } catch (error) {
      if (error instanceof NotAFeedError) refused++
      else {
        crashes++
        console.log(`  CRASH ${file}: ${error}`)
      }
    }
    const { user, system } = process.cpuUsage(before)
    const milliseconds = (user + system) / 1_000
    if (milliseconds > HANG_MS) hangs++
    slowestMs = Math.max(slowestMs, milliseconds)
    grownMb = Math.max(grownMb, (process.memoryUsage().rss - startBytes) / 1e6)
  }
  return { documents: files.length, refused, crashes, hangs, entries, slowestMs, grownMb }
}

function readDocument(bytes: Uint8Array): number {
  const feedUrl = SOURCE.feeds[0]!.url
  const feed = parseFeed(bytes, { url: feedUrl })
  const context = { source: SOURCE, feedUrl, feedLanguage: feed.language, fetchedAt: Date.UTC(2026, 10, 25) }
  return feed.entries.filter((entry) => normaliseEntry(entry, context) !== undefined).length
}

if (process.argv[1] === fileURLToPath(import.meta.url)) benchTolerance()
