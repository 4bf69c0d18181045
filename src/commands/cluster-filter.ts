import { terminalText } from '../lib/terminal-text.ts'
import { embeddingChoice } from '../run/embedding/choice.ts'
import { meaningsOf } from '../run/embedding/meanings-of.ts'
import { loadGazetteer } from '../run/gazetteer-file.ts'
import { loadTranslations } from '../run/translations.ts'
import type { Settings } from '../settings.ts'
import { ClusterLineError, type ClusterLinesOptions, clusterLines, lineInputs } from '../story/cluster-lines.ts'
import type { ClusterInput } from '../story/types.ts'
import { InputLineError, type JsonLine, printLine, shortJson } from './command-line.ts'
import { withStore } from './with-store.ts'

/**
 * Gathers lines into stories and prints a line for each.
 *
 * @throws InputLineError naming the line of the file
 */
export async function printClustered(
  lines: readonly JsonLine[],
  settings: Settings,
  { final, receipts }: Pick<ClusterLinesOptions, 'final' | 'receipts'>,
): Promise<void> {
  const gazetteer = loadGazetteer()
  const inputs = named(lines, (rows) => lineInputs(rows, gazetteer))
  warnOfUnread(lines, inputs)
  const options = { gazetteer, translations: loadTranslations(), final, receipts, ...(await meant(inputs, settings)) }
  for (const line of named(lines, (rows) => clusterLines(rows, options))) printLine(JSON.stringify(line))
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
  const { openStore } = await import('../store/open-store.ts')
  return withStore(openStore({ file: ':memory:' }), async (store) => {
    const meanings = (await meaningsOf(store, settings, { isPatient: true }))!
    return { inputs: await meanings.obtain(inputs), meaningSpace: meanings.space }
  })
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
