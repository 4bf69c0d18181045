import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parsedJson } from '../lib/parsed-json.ts'
import type { Settings } from '../settings.ts'
import type { Source } from '../source/types.ts'
import type { DoneAct, WrittenSource } from '../store/operator-types.ts'
import type { Store } from '../store/types.ts'
import { loadOwnCatalogue, ownCatalogueFile } from './catalogue-files.ts'
import { aside, replaceFile } from './operator-file.ts'
import { whileCatalogueLocked } from './own-catalogue.ts'

/**
 * An import is in two places, the operator's own catalogue and the acts of the database. Its journal, a file in the data folder, holds the
 * act from before the catalogue is written until the act is stored: a process killed in between leaves what the next one needs.
 */
const JOURNAL = /^\.sources\.yaml\.import-[0-9a-f-]+$/

type Data = Pick<Settings, 'data'>

/** An import that is in the catalogue, and has to be recorded. */
export interface BegunImport {
  readonly act: DoneAct
  readonly journal: string
}

/** Writes the journal of an import that is about to be written. @returns its file, to be removed with `forgetJournal` */
export function writeJournal(settings: Data, act: DoneAct): string {
  const file = aside(ownCatalogueFile(settings), `import-${randomUUID()}`)
  replaceFile(file, JSON.stringify(act))
  return file
}

export function forgetJournal(file: string): void {
  rmSync(file, { force: true })
}

/** Records an import as an act that can be undone. @returns the act's number; undefined if nothing was new */
export async function recordImport(
  { operator }: Pick<Store, 'operator'>,
  begun: BegunImport | undefined,
): Promise<number | undefined> {
  if (begun === undefined) return undefined
  const act = await operator.record(begun.act)
  forgetJournal(begun.journal)
  return act
}

/**
 * Runs `work` while nobody else changes the operator's own catalogue, once the imports that a killed process began are ended: sources may
 * only be stored after that.
 *
 * @throws OperatorFileBusyError, DataFolderError
 */
export function whileCatalogueSettled<T>(
  settings: Data,
  store: Pick<Store, 'operator'>,
  work: () => T | Promise<T>,
): Promise<T> {
  return whileCatalogueLocked(settings, async () => {
    await endImports(settings, store)
    return work()
  })
}

/** Ends the imports that a killed process began: one that is in the catalogue is recorded, to be undone; one that is not is forgotten. */
async function endImports(settings: Data, { operator }: Pick<Store, 'operator'>): Promise<void> {
  const files = readdirSync(settings.data).filter((name) => JOURNAL.test(name))
  if (files.length === 0) return
  const hashes = new Map(loadOwnCatalogue(settings).sources.map((source) => [source.id, hashOf(source)]))
  for (const name of files) {
    const file = join(settings.data, name)
    const act = parsedJson(readFileSync(file, 'utf8')) as DoneAct | undefined
    if (act?.undo.type === 'import' && act.undo.written.some(({ id, hash }) => hashes.get(id) === hash)) {
      await operator.record(act)
    }
    forgetJournal(file)
  }
}

/** Returns the sources of these ids, with the hash of each entry. */
export function writtenOf(sources: readonly Source[], ids: ReadonlySet<string>): readonly WrittenSource[] {
  return sources.filter(({ id }) => ids.has(id)).map((source) => ({ id: source.id, hash: hashOf(source) }))
}

export function hashOf(source: Source): string {
  const fields = Object.entries(source).sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex').slice(0, 16)
}
