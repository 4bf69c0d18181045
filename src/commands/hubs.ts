import { join } from 'node:path'
import { type Command, InvalidArgumentError } from 'commander'
import { decide } from '../hub/decide/decide.ts'
import { readNeeds } from '../hub/decide/needs.ts'
import { staleObservations } from '../hub/freshness.ts'
import { notesIn } from '../hub/notes-in.ts'
import { readRoundTripTable } from '../hub/read-round-trip-table.ts'
import { replaceRoundTrips, writeRoundTrips } from '../hub/write-round-trips.ts'
import { loadAtlas, ownRoundTrips } from '../run/atlas-files.ts'
import { makeDataFolder } from '../run/make-data-folder.ts'
import { replaceFile, whileLocked } from '../run/operator-file.ts'
import { printJson, printLine, readText, settingsOf, wholeNumber, withSettings } from './command-line.ts'
import { readNeedsFile } from './needs-file.ts'

/** The hub data has no reference with this id; values must have a source that readers can look up. */
export class UnknownReferenceError extends Error {
  override readonly name = 'UnknownReferenceError'

  constructor(id: string) {
    super(
      `${JSON.stringify(id)} is no reference; add it to hubs/references.jsonl in the data folder: {"id", "title", "publisher"}.`,
    )
  }
}

/** Adds `decide`, which finds the city that fits, and `hubs`, which maintains the data behind it. */
export function addHubs(program: Command): void {
  addDecide(program)
  const hubs = program.command('hubs').description('The hub data: check it, refresh it')
  addHubsCheck(hubs)
  addHubsRefresh(hubs)
}

function addDecide(program: Command): void {
  withSettings(
    program
      .command('decide')
      .description('Which hub fits the needs, how surely, and what would change the answer')
      .argument('[file]', 'NEEDS.json, or the address of a decision; standard input for none or -'),
    ['data', 'language'],
  )
    .option('--json', 'the whole answer, as /api/v1/decide gives it (the default where output is no terminal)')
    .option('--text', 'the explanation only')
    .action(async (file: string | undefined, options: { readonly json?: boolean; readonly text?: boolean }) => {
      const settings = settingsOf({ ...options })
      const atlas = loadAtlas(settings.data)
      const needs = readNeeds(await readNeedsFile(file, atlas), atlas)
      const decision = decide(needs, atlas, { language: settings.language })
      if (options.text || (!options.json && process.stdout.isTTY)) {
        for (const { text } of decision.sentences) printLine(text)
      } else printJson(notesIn(decision, atlas, settings.language))
    })
}

function addHubsCheck(hubs: Command): void {
  withSettings(
    hubs
      .command('check')
      .description('Validate all hub data and list what is stale; fails where anything is wrong, and says all that is'),
    ['data'],
  )
    .option('--json', 'as data')
    .action((options: { readonly json?: boolean }) => {
      const atlas = loadAtlas(settingsOf({ ...options }).data)
      const stale = staleObservations(atlas, Date.now())
      const counts = {
        hubs: atlas.hubs.length,
        facets: atlas.facets.length,
        indicators: atlas.indicators.length,
        markets: atlas.markets.length,
        'round trips': atlas.roundTrips.length,
      }
      if (options.json) return printJson({ ...counts, stale })
      printLine(
        Object.entries(counts)
          .map(([what, count]) => `${count} ${what}`)
          .join(' · '),
      )
      printLine('No round trip is faster than light in fibre.')
      for (const { hub, indicator, date, source } of stale)
        printLine(`stale: ${indicator} of ${hub}, of ${date}, from ${source}`)
      if (stale.length === 0) printLine('Nothing is stale.')
    })
}

function addHubsRefresh(hubs: Command): void {
  withSettings(
    hubs
      .command('refresh')
      .description('Take measured round trips from a matrix (CSV, a row and a column a place), after a physical check')
      .argument('<file>', 'the matrix; - for standard input')
      .requiredOption('--source <id>', 'reference id of whoever measured')
      .requiredOption('--date <date>', 'YYYY, YYYY-MM or YYYY-MM-DD of the measurements', calendarDate)
      .option('--percentile <n>', 'of the measurements, 50 for the median', wholeNumber(1, 100)),
    ['data'],
  ).action(async (file: string, options: { source: string; date: string; percentile?: number }) => {
    const { data } = settingsOf({ ...options })
    const matrix = await readText(file)
    const folder = join(data, 'observations')
    const target = join(folder, 'round-trips.csv')
    makeDataFolder(folder)
    const { pairs, unknown } = await whileLocked(target, () => {
      const atlas = loadAtlas(data)
      if (!atlas.reference(options.source)) throw new UnknownReferenceError(options.source)
      const table = readRoundTripTable(matrix, atlas)
      const { source, date, percentile } = options
      const measured = table.pairs.map((pair) => ({ ...pair, percentile, date, source }))
      const text = writeRoundTrips(replaceRoundTrips(ownRoundTrips(data), source, measured))
      loadAtlas(data, { roundTrips: { name: target, text } })
      replaceFile(target, text)
      return table
    })
    printLine(`${pairs.length} round trips checked and kept in ${target}.`)
    if (unknown.length > 0) printLine(`Left out, not known here: ${unknown.join(', ')}.`)
  })
}

function calendarDate(written: string): string {
  if (/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(written)) return written
  throw new InvalidArgumentError('Expected YYYY, YYYY-MM or YYYY-MM-DD.')
}
