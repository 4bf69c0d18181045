import type { Command } from 'commander'
import type { Article } from '../item/extract-article.ts'
import { NotAPageError } from '../item/not-a-page-error.ts'
import { isoInstant } from '../lib/instant.ts'
import { EMBEDDING_SETTINGS } from '../run/embedding/choice.ts'
import { NotAFeedError } from '../source/not-a-feed-error.ts'
import {
  printJson,
  printLine,
  readInput,
  readJsonLines,
  readText,
  settingsOf,
  textField,
  webAddress,
  withSettings,
} from './command-line.ts'

/**
 * Adds the filters: single steps of the pipeline, from a file or standard input to JSON on standard output. Each imports only its own step, as
 * scripts start them many times.
 */
export function addFilters(program: Command): void {
  addParse(program)
  addExtract(program)
  addCluster(program)
  addLanguage(program)
  addDates(program)
  addEntities(program)
}

interface ParseOptions {
  readonly contentType?: string
  readonly contentLanguage?: string
  readonly base?: string
}

function addParse(program: Command): void {
  program
    .command('parse')
    .description('Read one feed: file or standard input → JSON')
    .argument('[file]', 'feed file; - or nothing for standard input')
    .option('--content-type <type>', 'as the server said it')
    .option('--content-language <tag>', 'as the server said it; what the feed says counts first')
    .option('--base <url>', 'address of the feed, the base of relative links', webAddress)
    .action(async (file: string | undefined, { base, ...headers }: ParseOptions) => {
      const bytes = await readInput(file)
      const { parseFeed } = await import('../source/parse-feed.ts')
      const { feedJson } = await import('./feed-json.ts')
      try {
        printJson(feedJson(parseFeed(bytes, { ...headers, url: base }), base))
      } catch (error) {
        if (!(error instanceof NotAFeedError)) throw error
        printJson({ error: error.message })
        process.exitCode = 1
      }
    })
}

function addExtract(program: Command): void {
  program
    .command('extract')
    .description('Find the article of one web page: file or standard input → JSON')
    .argument('[file]', 'HTML file; - or nothing for standard input')
    .option('--url <url>', 'address of the page, the base of relative links', webAddress)
    .option('--content-type <type>', 'as the server said it')
    .action(async (file: string | undefined, options: { contentType?: string; url?: string }) => {
      const bytes = await readInput(file)
      const { extractArticle } = await import('../item/extract-article.ts')
      try {
        printJson(articleJson(extractArticle(bytes, options)))
      } catch (error) {
        if (!(error instanceof NotAPageError)) throw error
        printJson({ error: error.message })
        process.exitCode = 1
      }
    })
}

function addCluster(program: Command): void {
  withSettings(
    program
      .command('cluster')
      .description(
        'Gather lines {id, title, lang?, date?, text?, url?, publisher?} into stories, in order → {id, story}',
      ),
    EMBEDDING_SETTINGS,
  )
    .argument('[file]', 'JSON Lines; - or nothing for standard input')
    .option('--final', 'labels at the end, after merges, in place of those given when the next line arrived')
    .option('--receipts', 'with the receipt of each decision')
    .action(async (file: string | undefined, flags: { final?: boolean; receipts?: boolean }) => {
      const settings = settingsOf(flags as Record<string, unknown>)
      const { printClustered } = await import('./cluster-filter.ts')
      await printClustered(await readJsonLines(file), settings, flags)
    })
}

function addLanguage(program: Command): void {
  program
    .command('language')
    .description('Tell the language of lines {id, text, hint?} → {id, language} (BCP 47)')
    .argument('[file]', 'JSON Lines; - or nothing for standard input')
    .action(async (file: string | undefined) => {
      const { detectLanguage } = await import('../item/language.ts')
      for (const line of await readJsonLines(file)) {
        const language = detectLanguage(textField(line, 'text') ?? '', textField(line, 'hint'))
        printLine(JSON.stringify({ id: line.row.id, language }))
      }
    })
}

function addDates(program: Command): void {
  program
    .command('dates')
    .description('Read a written date a line → {input, instant}; null for what is no date')
    .argument('[file]', 'text; - or nothing for standard input')
    .action(async (file: string | undefined) => {
      const { parseInstant } = await import('../lib/parse-instant.ts')
      const lines = (await readText(file)).split(/\r?\n/)
      if (lines.at(-1) === '') lines.pop()
      for (const input of lines) {
        printLine(JSON.stringify({ input, instant: isoInstant(parseInstant(input)) ?? null }))
      }
    })
}

function addEntities(program: Command): void {
  program
    .command('entities')
    .description('Find who and what lines {id, text} name → {id, entities: [{entity, start, end}]}')
    .argument('[file]', 'JSON Lines; - or nothing for standard input')
    .action(async (file: string | undefined) => {
      const lines = await readJsonLines(file)
      const { loadGazetteer } = await import('../run/gazetteer-file.ts')
      const gazetteer = loadGazetteer()
      for (const line of lines) {
        const text = textField(line, 'text') ?? ''
        const mentions = gazetteer.findEntities(text)
        const entities = mentions.map(({ entityId, start, end }) => ({ entity: entityId, start, end }))
        printLine(JSON.stringify({ id: line.row.id, entities }))
      }
    })
}

/** Converts an article to the JSON of `auspex extract`: the instant in ISO 8601 UTC, absent values omitted. */
function articleJson({ title, byline, siteName, publishedAt, language, text, html, canonicalUrl }: Article) {
  return { title, byline, siteName, publishedAt: isoInstant(publishedAt), lang: language, text, html, canonicalUrl }
}
