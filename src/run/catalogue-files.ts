import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileFailure } from '../lib/file-failure.ts'
import { readBefore } from '../lib/read-before.ts'
import { utf8Text } from '../lib/read-data-file.ts'
import type { Settings } from '../settings.ts'
import { type Catalogue, mergeCatalogues, parseCatalogue } from '../source/catalogue.ts'
import type { Source } from '../source/types.ts'
import { DATA_FOLDER } from './data-folder.ts'

/** Returns the path of the operator's own catalogue, which extends the shipped one and replaces or disables sources of the same id. */
export function ownCatalogueFile(settings: Pick<Settings, 'data'>): string {
  return join(settings.data, 'sources.yaml')
}

/**
 * Reads the catalogue in force: the shipped one (or the file of the setting `sources`) merged with the operator's own.
 *
 * @throws DataFileError listing every problem with file, line and field
 */
export function loadSources(settings: Pick<Settings, 'data' | 'sources'>): readonly Source[] {
  const shipped = readCatalogue(settings.sources || join(DATA_FOLDER, 'sources.yaml'))
  return mergeCatalogues(shipped, loadOwnCatalogue(settings))
}

/** Reads the operator's own catalogue; an empty one if there is no file. */
export function loadOwnCatalogue(settings: Pick<Settings, 'data'>): Catalogue {
  const own = ownCatalogueFile(settings)
  return existsSync(own) ? readCatalogue(own) : { sources: [], switchedOff: [] }
}

function readCatalogue(file: string): Catalogue {
  const text = readTextFile(file)
  return (readBefore('catalogue', text) as Catalogue | undefined) ?? parseCatalogue(text, file)
}

/** @throws CatalogueFileError, or DataFileError if it is not UTF-8 */
function readTextFile(file: string): string {
  let bytes: Buffer
  try {
    bytes = readFileSync(file)
  } catch (cause) {
    throw new CatalogueFileError(file, cause)
  }
  return utf8Text(bytes, file)
}

/** The catalogue cannot be read; the message names the file. */
export class CatalogueFileError extends Error {
  override readonly name = 'CatalogueFileError'

  constructor(
    readonly file: string,
    cause: unknown,
  ) {
    super(`Cannot read the catalogue ${file}: ${fileFailure(cause)}. See --sources.`, { cause })
  }
}
