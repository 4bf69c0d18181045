import { existsSync } from 'node:fs'
import { DataFileError } from '../lib/data-file-error.ts'
import { readDataFile } from '../lib/read-data-file.ts'
import type { Settings } from '../settings.ts'
import { type Catalogue, parseCatalogue, writeCatalogue } from '../source/catalogue.ts'
import { editCatalogue } from '../source/edit-catalogue.ts'
import { ownCatalogueFile } from './catalogue-files.ts'
import { makeDataFolder } from './make-data-folder.ts'
import { replaceFile, whileLocked } from './operator-file.ts'

/** A source cannot be added or removed as asked; the message says why. */
export class SourceChangeError extends Error {
  override readonly name = 'SourceChangeError'
}

type Data = Pick<Settings, 'data'>

/** How often a change starts anew because somebody saved the file in an editor meanwhile. */
const MOST_ATTEMPTS = 5

/**
 * Runs `work` while nobody else changes the operator's own catalogue. Whoever reads it to change it, or to store it in the database, does
 * both here: else one of two changes at the same time is lost. Creates the data folder. Not reentrant.
 *
 * @throws OperatorFileBusyError, DataFolderError
 */
export function whileCatalogueLocked<T>(settings: Data, work: () => T | Promise<T>): Promise<T> {
  makeDataFolder(settings.data)
  return whileLocked(ownCatalogueFile(settings), work)
}

/**
 * Changes the operator's own catalogue; only to be called within `whileCatalogueLocked`. Comments and the layout of what stays are kept.
 * A text in which they cannot be (references between entries, flow style) is kept as `sources.yaml.old`.
 *
 * @param change may run again, if the file was edited by hand meanwhile; returning the same object changes nothing
 * @param beforeWrite called with the new catalogue, as it will be read back, just before it is written
 * @throws SourceChangeError if the result cannot be read back, DataFileError if the file cannot be read; nothing is written then
 */
export function changeOwnCatalogue(
  settings: Data,
  change: (own: Catalogue) => Catalogue,
  beforeWrite: (after: Catalogue) => void = () => {},
): void {
  const file = ownCatalogueFile(settings)
  for (let attempt = 1; ; attempt++) {
    const text = textOf(file)
    const before = text === undefined ? { sources: [], switchedOff: [] } : parseCatalogue(text, file)
    const asked = change(before)
    if (asked === before) return
    const after = readBack(writeCatalogue(asked), file)
    const edited = editedText(text, after, file)
    beforeWrite(after)
    if (textOf(file) !== text) {
      if (attempt < MOST_ATTEMPTS) continue
      throw new SourceChangeError(`Nothing was changed: ${file} is being written by another program. Try again.`)
    }
    if (edited === undefined && text?.includes('#')) replaceFile(`${file}.old`, text)
    replaceFile(file, edited ?? writeCatalogue(after))
    return
  }
}

function textOf(file: string): string | undefined {
  return existsSync(file) ? readDataFile(file) : undefined
}

/** Returns the text with the changes made in place; undefined if that does not give exactly `after`. */
function editedText(text: string | undefined, after: Catalogue, file: string): string | undefined {
  const edited = text === undefined ? undefined : editCatalogue(text, after)
  if (edited === undefined) return undefined
  try {
    return JSON.stringify(parseCatalogue(edited, file)) === JSON.stringify(after) ? edited : undefined
  } catch (error) {
    if (error instanceof DataFileError) return undefined
    throw error
  }
}

/** @throws SourceChangeError */
function readBack(text: string, file: string): Catalogue {
  try {
    return parseCatalogue(text, file)
  } catch (error) {
    if (!(error instanceof DataFileError)) throw error
    const reasons = error.problems.map(
      ({ record, field, problem }) => `${record ?? 'source'}: ${field ?? ''} ${problem}`,
    )
    throw new SourceChangeError(`Nothing was changed. ${reasons.join('; ')}`)
  }
}
