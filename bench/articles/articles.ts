import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Article, extractArticle } from '../../src/item/extract-article.ts'
import { plainText } from '../../src/lib/plain-text.ts'
import { benchFile } from '../bench-folder.ts'
import { unpackArchive } from '../feeds/served-feeds.ts'
import {
  countSegments,
  type Fraction,
  fraction,
  type SegmentCounts,
  segmentScore,
  shingleScore,
} from './score-articles.ts'

/*
 * Question: does the extractor find the article of a page, and nothing else?
 * Data: the developers' half of trafilatura's evaluation (458 pages with segments that must and must not be there) and of
 * Readability's test pages (68, with the text expected). Each half is split again by a hash of its key: `tuned` was looked at
 * while the extractor was made, `kept` only measured.
 * Baseline: Readability alone; its figures are in the README.
 */

export interface ArticleScore extends Fraction {
  readonly set: string
  readonly pages: number
}

export interface ArticlesBench {
  readonly scores: readonly ArticleScore[]
  /** Shares of Readability's pages whose metadata are as expected. */
  readonly titles: number
  readonly bylines: number
  readonly medianMs: number
  readonly slowestMs: number
}

interface SegmentPage {
  readonly file: string
  readonly with: readonly string[]
  readonly without: readonly string[]
}

/** @returns undefined, after one line that says so, where the data is absent */
export function benchArticles(): ArticlesBench | undefined {
  const archives = ['trafilatura', 'readability'].map((name) => benchFile(`conformance/articles/${name}.tar.xz`))
  const [trafilatura, readability] = archives
  if (trafilatura === undefined || readability === undefined) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'auspex-articles-'))
  try {
    unpackArchive(trafilatura, join(folder, 'trafilatura'))
    unpackArchive(readability, join(folder, 'readability'))
    const figures = measure(folder)
    print(figures)
    return figures
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function measure(folder: string): ArticlesBench {
  const segments = measureSegments(join(folder, 'trafilatura'))
  const pages = measurePages(join(folder, 'readability', 'test-pages'))
  const times = [...segments.times, ...pages.times].sort((a, b) => a - b)
  return {
    scores: [...segments.scores, ...pages.scores],
    titles: pages.titles,
    bylines: pages.bylines,
    medianMs: times[Math.floor(times.length / 2)] ?? 0,
    slowestMs: times.at(-1) ?? 0,
  }
}

function measureSegments(folder: string): { scores: ArticleScore[]; times: number[] } {
  const expected = JSON.parse(readFileSync(join(folder, 'evaldata.json'), 'utf8')) as Record<string, SegmentPage>
  const counts: { key: string; counts: SegmentCounts }[] = []
  const times: number[] = []
  for (const [key, page] of Object.entries(expected)) {
    const file = ['cache', 'eval'].map((part) => join(folder, part, page.file)).find(existsSync)
    if (file === undefined) continue
    const { article, milliseconds } = extract(readFileSync(file), key)
    times.push(milliseconds)
    const score = countSegments(article?.text ?? '', page)
    counts.push({ key, counts: score })
    if (process.argv.includes('--misses') && score.missing + score.wrong > 0) printMiss(key, page, article?.text ?? '')
  }
  const scoreOf = (set: string, keep: (key: string) => boolean) => {
    const kept = counts.filter(({ key }) => keep(key))
    return { set: `segments ${set}`, pages: kept.length, ...segmentScore(kept.map((each) => each.counts)) }
  }
  return {
    scores: [scoreOf('all', () => true), scoreOf('tuned', isTuned), scoreOf('kept', (key) => !isTuned(key))],
    times,
  }
}

function measurePages(folder: string): { scores: ArticleScore[]; times: number[]; titles: number; bylines: number } {
  const results = readdirSync(folder)
    .sort()
    .map((key) => {
      const html = readFileSync(join(folder, key, 'source.html'))
      const { article, milliseconds } = extract(html, 'http://fakehost/test/page.html')
      const expected = plainText(readFileSync(join(folder, key, 'expected.html'), 'utf8'))
      const metadata = JSON.parse(readFileSync(join(folder, key, 'expected-metadata.json'), 'utf8')) as Record<
        string,
        string
      >
      const score = shingleScore(article?.text ?? '', expected)
      if (process.argv.includes('--misses') && score.f < 0.97)
        console.log(`${key}: ${score.precision.toFixed(2)} ${score.recall.toFixed(2)}`)
      return { key, score, milliseconds, article, metadata }
    })
  const scoreOf = (set: string, keep: (key: string) => boolean) => {
    const kept = results.filter(({ key }) => keep(key))
    const mean = (of: (score: Fraction) => number) => kept.reduce((sum, { score }) => sum + of(score), 0) / kept.length
    return {
      set: `pages ${set}`,
      pages: kept.length,
      ...fraction(
        mean((score) => score.precision),
        mean((score) => score.recall),
      ),
    }
  }
  const share = (isRight: (result: (typeof results)[number]) => boolean) =>
    results.filter(isRight).length / results.length
  return {
    scores: [scoreOf('all', () => true), scoreOf('tuned', isTuned), scoreOf('kept', (key) => !isTuned(key))],
    times: results.map(({ milliseconds }) => milliseconds),
    titles: share(({ article, metadata }) => sameWords(article?.title, metadata.title)),
    bylines: share(({ article, metadata }) => sameWords(article?.byline, metadata.byline)),
  }
}

function extract(bytes: Uint8Array, url: string): { article: Article | undefined; milliseconds: number } {
  const startedAt = performance.now()
  let article: Article | undefined
  try {
    article = extractArticle(bytes, { url })
  } catch (error) {
    if (process.argv.includes('--misses')) console.log(String(error))
  }
  return { article, milliseconds: performance.now() - startedAt }
}

/** Half of the keys, the same ones at each run. */
function isTuned(key: string): boolean {
  return createHash('sha256').update(key).digest()[0]! < 128
}

function sameWords(found: string | undefined, expected: string | null | undefined): boolean {
  const words = (text: string | null | undefined) =>
    (text ?? '')
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ')
      .toLowerCase() ?? ''
  return words(found) === words(expected)
}

function printMiss(key: string, page: SegmentPage, text: string): void {
  if (!isTuned(key)) return
  const plain = text.replace(/\s+/g, ' ')
  const holds = (segment: string) => plain.includes(segment.replace(/\s+/g, ' ').trim())
  console.log(`${page.file} ${key} (${plain.length} characters)`)
  for (const segment of page.with) if (!holds(segment)) console.log(`  missing: ${segment}`)
  for (const segment of page.without) if (holds(segment)) console.log(`  wrong:   ${segment}`)
}

function print({ scores, titles, bylines, medianMs, slowestMs }: ArticlesBench): void {
  for (const { set, pages, precision, recall, f } of scores)
    console.log(
      `${set.padEnd(18)}${String(pages).padStart(5)} pages  P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  F ${f.toFixed(3)}`,
    )
  console.log(
    `titles ${titles.toFixed(3)}, bylines ${bylines.toFixed(3)}; ${medianMs.toFixed(0)} ms a page, slowest ${slowestMs.toFixed(0)}`,
  )
}

if (process.argv[1] === fileURLToPath(import.meta.url)) benchArticles()
