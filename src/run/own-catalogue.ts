import { DataFileError } from '../lib/data-file-error.ts'
import type { Settings } from '../settings.ts'
import { type Catalogue, parseCatalogue, writeCatalogue } from '../source/catalogue.ts'
import { ownCatalogueFile, saveOwnCatalogue } from './catalogue-files.ts'

/** A source cannot be added or removed as asked; the message says why. */
export class SourceChangeError extends Error {
  override readonly name = 'SourceChangeError'
}

/**
 * Writes the operator's own catalogue, after checking that it can be read back.
 *
 * @throws SourceChangeError if it cannot; nothing is written then
 */
export function changeOwnCatalogue(settings: Pick<Settings, 'data'>, own: Catalogue): void {
  try {
    parseCatalogue(writeCatalogue(own), ownCatalogueFile(settings))
  } catch (error) {
    if (!(error instanceof DataFileError)) throw error
    const reasons = error.problems.map(
      ({ record, field, problem }) => `${record ?? 'source'}: ${field ?? ''} ${problem}`,
    )
    throw new SourceChangeError(`Nothing was changed. ${reasons.join('; ')}`)
  }
  saveOwnCatalogue(settings, own)
}
