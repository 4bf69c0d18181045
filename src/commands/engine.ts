import { type Command, InvalidArgumentError } from 'commander'
import { HOUR_MS, type Instant } from '../lib/instant.ts'
import { parseInstant } from '../lib/parse-instant.ts'
import { EMBEDDING_SETTINGS, embeddingChoice } from '../run/embedding/choice.ts'
import { meaningsOf } from '../run/embedding/meanings-of.ts'
import { loadGazetteer } from '../run/gazetteer-file.ts'
import { openDatabase, openToRead } from '../run/open-database.ts'
import { type Replay, replay } from '../run/replay.ts'
import { replayPage } from '../run/replay-page.ts'
import { replayRows } from '../run/replay-rows.ts'
import { loadTranslations } from '../run/translations.ts'
import { CLUSTER_SETTINGS, type ClusterSettings } from '../story/cluster-settings.ts'
import { judgedRates } from '../story/judged-rates.ts'
import { openOutput, printJson, printLine, settingsOf, withSettings } from './command-line.ts'
import { withStore } from './with-store.ts'

const ENGINE_SETTINGS = ['data', 'database_url', 'story_window_hours'] as const

/** An unknown setting of the engine, or an invalid value of one. */
export class EngineSettingError extends Error {
  override readonly name = 'EngineSettingError'

  constructor(written: string, problem: string) {
    const names = CLUSTER_SETTINGS.map(({ name }) => snake(name)).join(', ')
    super(`--set ${written}: ${problem}. Write name=number; names are story_threshold (join_level), ${names}.`)
  }
}

interface ReplayFlags {
  readonly since: Instant
  readonly set: Partial<ClusterSettings>
  readonly json?: boolean
  readonly html?: string
}

/** Adds `replay`, which shows what other engine settings would change, and `quality`, which shows the engine's error rates. */
export function addEngine(program: Command): void {
  withSettings(
    program
      .command('replay')
      .description('Run stored items through changed settings of the story engine, and show what would differ'),
    [...ENGINE_SETTINGS, ...EMBEDDING_SETTINGS],
  )
    .requiredOption('--since <time>', 'compare items first seen since: an instant, a day, or hours such as 48h', since)
    .option('--set <name=number>', 'a setting of the engine; may be given several times', engineSetting, {})
    .option('--json', 'as data')
    .option('--html <file>', 'write the differences as a page too')
    .action(async (options: ReplayFlags & Record<string, unknown>) => {
      const settings = settingsOf(options)
      const writePage = options.html === undefined ? undefined : openOutput(options.html)
      // With an embedding model, new vectors are cached, so that no text is sent twice; no stories are written.
      const opened = embeddingChoice(settings) ? openDatabase(settings) : openToRead(settings)
      await withStore(opened, async (store) => {
        const result = await replay({
          store,
          gazetteer: loadGazetteer(),
          since: options.since,
          storyWindowHours: settings.story_window_hours,
          changed: options.set,
          translations: loadTranslations(),
          meanings: await meaningsOf(store, settings, { isPatient: true }),
        })
        const rows = await replayRows(store, result.changes)
        writePage?.(replayPage(result, rows, options.set))
        if (options.json) return printJson({ ...result, changes: rows })
        printLine(inWords(result))
        for (const { what, stories, headlines } of rows) {
          printLine(`${what.padEnd(6)} ${stories.join(', ')}`)
          for (const headline of headlines) printLine(`       ${headline}`)
        }
      })
    })

  withSettings(
    program.command('quality').description('Score the story engine on the pairs that you judged in the admin pages'),
    ENGINE_SETTINGS,
  )
    .option('--json', 'as data')
    .action(async (options: Record<string, unknown>) => {
      await withStore(openToRead(settingsOf(options)), async (store) => {
        const rates = judgedRates(await store.labels.judgements())
        if (options.json) return printJson(rates)
        if (rates.pairs === 0) return printLine('No pair was judged yet: do so at /admin/pairs.')
        printLine(`${rates.pairs} pairs judged.`)
        printLine(share('False merges', rates.falseMerges, rates.different, 'different events stand in one story'))
        printLine(share('Missed merges', rates.missedMerges, rates.same, 'reports of one event stand apart'))
      })
    })
}

function inWords({ items, storiesBefore, storiesAfter, changes }: Replay): string {
  const outcome = changes.length === 0 ? 'nothing would differ' : `${changes.length} differences`
  return `${items} items: ${storiesBefore} stories now, ${storiesAfter} then; ${outcome}.`
}

function share(name: string, errors: number, of: number, words: string): string {
  if (of === 0) return `${name}: no such pair among them.`
  return `${name}: ${errors} of ${of} (${((100 * errors) / of).toFixed(1)} %): ${words}.`
}

function since(written: string): Instant {
  const hours = /^(\d{1,5})h$/.exec(written)
  if (hours) return Date.now() - Number(hours[1]) * HOUR_MS
  const at = parseInstant(written)
  if (at === undefined)
    throw new InvalidArgumentError('Expected an instant, a day such as 2026-11-23, or hours such as 48h.')
  return at
}

function engineSetting(written: string, before: Partial<ClusterSettings>): Partial<ClusterSettings> {
  const [name = '', number = '', ...rest] = written.split('=')
  const known = name === 'story_threshold' ? 'joinLevel' : name
  const setting = CLUSTER_SETTINGS.find((each) => each.name === known || snake(each.name) === known)
  if (!setting) throw new EngineSettingError(written, 'there is no such setting')
  const value = number.trim() === '' || rest.length > 0 ? Number.NaN : Number(number)
  if (!Number.isFinite(value) || value < 0)
    throw new EngineSettingError(written, 'its value must be a number, 0 or more')
  return { ...before, [setting.name]: value }
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
