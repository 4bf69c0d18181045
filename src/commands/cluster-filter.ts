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
 * Clusters lines into stories and prints the result for each line.
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

/** Maximum number of warnings printed; a file in which no date can be read would have one per line. */
const MOST_WARNINGS = 5

/** Warns on standard error of optional fields that cannot be read and count as absent; users would assume that they were read. */
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

/** Adds embeddings if a model is set; they are cached in memory only while the command runs. */
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

/** Translates the row number in a clusterer's error into the line number of the file, which counts empty lines too. */
function named<T>(lines: readonly JsonLine[], read: (rows: readonly JsonLine['row'][]) => T): T {
  try {
    return read(lines.map(({ row }) => row))
  } catch (error) {
    if (!(error instanceof ClusterLineError)) throw error
    throw new InputLineError(lines[error.line - 1]!.line, error.message.replace(/^Line \d+: /, ''))
  }
}
