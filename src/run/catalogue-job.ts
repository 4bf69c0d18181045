import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import type { Settings } from '../settings.ts'
import type { RefusedImport } from '../site/deps.ts'
import { decodeBytes } from '../source/decode-bytes.ts'
import { NotOpmlError, parseOpml } from '../source/opml.ts'
import { type ImportedAs, type OpmlImport, planImport } from '../source/opml-import.ts'
import type { Source } from '../source/types.ts'
import type { WrittenSource } from '../store/operator-types.ts'
import { loadOwnCatalogue, loadSources, ownCatalogueFile } from './catalogue-files.ts'
import { allowPrivate } from './ingest-settings.ts'
import { changeOwnCatalogue, SourceChangeError } from './own-catalogue.ts'

export type CatalogueSettings = Pick<Settings, 'data' | 'sources' | 'allow_private'>

/** A job on a list of feeds: preview it, add what is new in it, or undo an import. */
export type CatalogueJob =
  | { readonly act: 'preview'; readonly settings: CatalogueSettings; readonly opml: Uint8Array }
  | { readonly act: 'add'; readonly settings: CatalogueSettings; readonly opml: Uint8Array; readonly as: ImportedAs }
  /** Removes what an import added. */
  | {
      readonly act: 'drop'
      readonly settings: Pick<CatalogueSettings, 'data'>
      readonly written: readonly WrittenSource[]
    }

/** The result of a job; for `add`, `written` holds each new source as it was written. */
export type CatalogueAnswer = (OpmlImport & { readonly written: readonly WrittenSource[] }) | RefusedImport

/** Maximum number of new feeds taken from one list; each is a row of the preview. */
const MOST_AT_ONCE = 1_000
/** Maximum number of sources named in a refusal. */
const MOST_NAMED = 5

const NOTHING: OpmlImport = { fresh: [], known: [], refused: [], left: 0, isSalvaged: false }

/**
 * Compares an OPML list with the catalogue in force and, for `add`, adds the new sources to the operator's own catalogue. For `drop`,
 * removes from the operator's catalogue what an import added.
 */
export function doCatalogueJob(job: CatalogueJob): CatalogueAnswer {
  try {
    if (job.act === 'drop') return drop(job)
    const { settings, opml } = job
    const list = parseOpml(decodeBytes(opml))
    const as = job.act === 'add' ? job.as : undefined
    const planned = planImport(list, loadSources(settings), allowPrivate(settings), MOST_AT_ONCE, as)
    return { ...planned, written: job.act === 'add' ? addToOwn(settings, planned.fresh) : [] }
  } catch (error) {
    if (error instanceof NotOpmlError) return { problem: 'noOpml', detail: error.reason }
    if (error instanceof SourceChangeError) return { problem: 'failed', detail: error.message }
    throw error
  }
}

/**
 * Adds sources to the operator's own catalogue.
 *
 * @returns the id and hash of each source, as read back from the catalogue
 * @throws SourceChangeError
 */
export function addToOwn(settings: Pick<Settings, 'data'>, fresh: readonly Source[]): readonly WrittenSource[] {
  if (fresh.length === 0) return []
  const own = loadOwnCatalogue(settings)
  changeOwnCatalogue(settings, { ...own, sources: [...own.sources, ...fresh] })
  const ids = new Set(fresh.map(({ id }) => id))
  return loadOwnCatalogue(settings).sources.flatMap((source) =>
    ids.has(source.id) ? [{ id: source.id, hash: hashOf(source) }] : [],
  )
}

function drop({ settings, written }: Extract<CatalogueJob, { act: 'drop' }>): CatalogueAnswer {
  if (!existsSync(ownCatalogueFile(settings))) {
    throw new SourceChangeError('The sources are not followed from here; undo it where the feeds are read.')
  }
  const own = loadOwnCatalogue(settings)
  const hashes = new Map(written.map(({ id, hash }) => [id, hash]))
  const changed = own.sources.filter((source) => hashes.has(source.id) && hashes.get(source.id) !== hashOf(source))
  if (changed.length > 0) {
    const names = changed.slice(0, MOST_NAMED).map(({ id }) => id)
    const more = changed.length > MOST_NAMED ? ` and ${changed.length - MOST_NAMED} more` : ''
    throw new SourceChangeError(
      `Changed in sources.yaml since: ${names.join(', ')}${more}. Remove these there first, by "auspex sources remove".`,
    )
  }
  changeOwnCatalogue(settings, { ...own, sources: own.sources.filter(({ id }) => !hashes.has(id)) })
  return { ...NOTHING, written }
}

function hashOf(source: Source): string {
  const fields = Object.entries(source).sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex').slice(0, 16)
}
