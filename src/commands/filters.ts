import type { Command } from 'commander'
import { type Article, extractArticle } from '../item/extract-article.ts'
import { detectLanguage } from '../item/language.ts'
import { NotAPageError } from '../item/not-a-page-error.ts'
import { isoInstant } from '../lib/instant.ts'
import { parseInstant } from '../lib/parse-instant.ts'
import { terminalText } from '../lib/terminal-text.ts'
import { EMBEDDING_SETTINGS, embeddingChoice } from '../run/embedding/choice.ts'
import { openMeanings } from '../run/embedding/open-meanings.ts'
import { loadGazetteer } from '../run/gazetteer-file.ts'
import { loadTranslations } from '../run/translations.ts'
import type { Settings } from '../settings.ts'
import { NotAFeedError } from '../source/not-a-feed-error.ts'
import { parseFeed } from '../source/parse-feed.ts'
import { openStore } from '../store/open-store.ts'
import {
  type ClusteredLine,
  ClusterLineError,
  type ClusterLinesOptions,
  clusterLines,
  lineInputs,
} from '../story/cluster-lines.ts'
import type { ClusterInput } from '../story/types.ts'
import {
  InputLineError,
  type JsonLine,
  printJson,
  printLine,
  readInput,
  readJsonLines,
  readText,
  settingsOf,
  shortJson,
  textField,
  webAddress,
  withSettings,
} from './command-line.ts'
import { feedJson } from './feed-json.ts'
import { withStore } from './with-store.ts'

/** Filters: each step of the pipeline alone, from a file or standard input to JSON on standard output. */
export function addFilters(program: Command): void {
  addParse(program)
  addExtract(program)
  addCluster(program)
  addLanguage(program)
  addDates(program)
  addEntities(program)
}

function addParse(program: Command): void {
  program
    .command('parse')
    .description('Read one feed: file or standard input → JSON')
    .argument('[file]', 'feed file; - or nothing for standard input')
    .option('--content-type <type>', 'as the server said it')
    .option('--base <url>', 'address of the feed, the base of relative links', webAddress)
    .action(async (file: string | undefined, options: { contentType?: string; base?: string }) => {
      const bytes = await readInput(file)
      try {
        printJson(feedJson(parseFeed(bytes, { contentType: options.contentType, url: options.base }), options.base))
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
      const lines = await readJsonLines(file)
      const gazetteer = loadGazetteer()
      const { final, receipts } = flags
      const inputs = named(lines, (rows) => lineInputs(rows, gazetteer))
      warnOfUnread(lines, inputs)
      const options = {
        gazetteer,
        translations: loadTranslations(),
        final,
        receipts,
        ...(await meant(inputs, settings)),
      }
      for (const line of clustered(lines, options)) printLine(JSON.stringify(line))
    })
}

function addLanguage(program: Command): void {
  program
    .command('language')
    .description('Tell the language of lines {id, text, hint?} → {id, language} (BCP 47)')
    .argument('[file]', 'JSON Lines; - or nothing for standard input')
    .action(async (file: string | undefined) => {
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
      const gazetteer = loadGazetteer()
      for (const line of lines) {
        const text = textField(line, 'text') ?? ''
        const mentions = gazetteer.findEntities(text)
        const entities = mentions.map(({ entityId, start, end }) => ({ entity: entityId, start, end }))
        printLine(JSON.stringify({ id: line.row.id, entities }))
      }
    })
}

/** Of lines whose fields mean nothing; a file without one date that can be read has them on every line. */
const MOST_WARNINGS = 5

/** Says on standard error which optional fields count as absent: what is left out silently is taken for read. */
function warnOfUnread(lines: readonly JsonLine[], inputs: readonly ClusterInput[]): void {
  const warnings = lines.flatMap(({ line, row }, index) =>
    ['lang', 'date', 'text', 'url', 'publisher'].flatMap((name) => {
      const value = row[name]
      const isAbsent = value === undefined || value === null || value === ''
      const isRead = name === 'date' ? inputs[index]!.at !== undefined : typeof value === 'string'
      return isAbsent || isRead
        ? []
        : [`Line ${line}: "${name}" cannot be read and is passed over: ${shortJson(value)}`]
    }),
  )
  for (const warning of warnings.slice(0, MOST_WARNINGS)) console.error(terminalText(`auspex: ${warning}`))
  const more = warnings.length - MOST_WARNINGS
  if (more > 0) console.error(`auspex: ${more} more fields cannot be read and are passed over.`)
}

/** What a model makes of the lines, where one is set; vectors are kept for as long as the command runs. */
async function meant(
  inputs: readonly ClusterInput[],
  settings: Settings,
): Promise<Pick<ClusterLinesOptions, 'inputs' | 'meaningSpace'>> {
  if (embeddingChoice(settings) === undefined) return { inputs }
  return withStore(openStore({ file: ':memory:' }), async (store) => {
    const meanings = openMeanings(store, settings, { isPatient: true })!
    return { inputs: await meanings.obtain(inputs), meaningSpace: meanings.space }
  })
}

function clustered(lines: readonly JsonLine[], options: ClusterLinesOptions): readonly ClusteredLine[] {
  return named(lines, (rows) => clusterLines(rows, options))
}

/** Names the line of the file where the clusterer counts the rows it was given. */
function named<T>(lines: readonly JsonLine[], read: (rows: readonly JsonLine['row'][]) => T): T {
  try {
    return read(lines.map(({ row }) => row))
  } catch (error) {
    if (!(error instanceof ClusterLineError)) throw error
    throw new InputLineError(lines[error.line - 1]!.line, error.message.replace(/^Line \d+: /, ''))
  }
}

/** An article as `auspex extract` prints it: the instant in ISO 8601 UTC, absent values left out. */
function articleJson({ title, byline, siteName, publishedAt, language, text, html, canonicalUrl }: Article) {
  return { title, byline, siteName, publishedAt: isoInstant(publishedAt), lang: language, text, html, canonicalUrl }
}
