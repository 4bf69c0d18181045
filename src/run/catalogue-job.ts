import type { Settings } from '../settings.ts'
import type { RefusedImport } from '../site/deps.ts'
import { decodeBytes } from '../source/decode-bytes.ts'
import { NotOpmlError, parseOpml } from '../source/opml.ts'
import { type OpmlImport, planImport } from '../source/opml-import.ts'
import { loadOwnCatalogue, loadSources } from './catalogue-files.ts'
import { allowPrivate } from './ingest-settings.ts'
import { changeOwnCatalogue, SourceChangeError } from './own-catalogue.ts'

export type CatalogueSettings = Pick<Settings, 'data' | 'sources' | 'allow_private'>

/** What is to be done with a list of feeds. */
export interface CatalogueJob {
  readonly settings: CatalogueSettings
  readonly act: 'preview' | 'add'
  readonly opml: Uint8Array
}

/** New feeds that one list may bring: each of them is a row of the preview. */
const MOST_AT_ONCE = 1_000

/** Holds an OPML list against the catalogue in force, and adds what is new in it to the operator's own where that is asked for. */
export function doCatalogueJob({ settings, act, opml }: CatalogueJob): OpmlImport | RefusedImport {
  try {
    const list = parseOpml(decodeBytes(opml))
    const planned = planImport(list, loadSources(settings), allowPrivate(settings), MOST_AT_ONCE)
    if (act === 'add' && planned.fresh.length > 0) {
      const own = loadOwnCatalogue(settings)
      changeOwnCatalogue(settings, { ...own, sources: [...own.sources, ...planned.fresh] })
    }
    return planned
  } catch (error) {
    if (error instanceof NotOpmlError) return { problem: 'noOpml', detail: error.reason }
    if (error instanceof SourceChangeError) return { problem: 'failed', detail: error.message }
    throw error
  }
}
