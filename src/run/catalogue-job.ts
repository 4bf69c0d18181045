import { existsSync } from 'node:fs'
import type { Instant } from '../lib/instant.ts'
import type { Settings } from '../settings.ts'
import type { RefusedImport } from '../site/deps.ts'
import { decodeBytes } from '../source/decode-bytes.ts'
import { NotOpmlError, parseOpml } from '../source/opml.ts'
import { type ImportedAs, type OpmlImport, planImport } from '../source/opml-import.ts'
import type { Source } from '../source/types.ts'
import type { DoneAct, WrittenSource } from '../store/operator-types.ts'
import { loadSources, ownCatalogueFile } from './catalogue-files.ts'
import { type BegunImport, forgetJournal, hashOf, writeJournal, writtenOf } from './import-journal.ts'
import { allowPrivate } from './ingest-settings.ts'
import { changeOwnCatalogue, SourceChangeError } from './own-catalogue.ts'

export type CatalogueSettings = Pick<Settings, 'data' | 'sources' | 'allow_private'>

/** Standing of the sources of an import, and its public reason. */
export interface AskedImport {
  readonly as: ImportedAs
  readonly reason: string
  readonly at: Instant
}

/** A job on a list of feeds: preview it, add what is new in it, or undo an import. */
export type CatalogueJob =
  | { readonly act: 'preview'; readonly settings: CatalogueSettings; readonly opml: Uint8Array }
  | {
      readonly act: 'add'
      readonly settings: CatalogueSettings
      readonly opml: Uint8Array
      readonly asked: AskedImport
    }
  /** Removes what an import added. */
  | {
      readonly act: 'drop'
      readonly settings: Pick<CatalogueSettings, 'data'>
      readonly written: readonly WrittenSource[]
    }

/** The result of a job; for `add`, with what is to be recorded, if anything is new. */
export type CatalogueAnswer = (OpmlImport & { readonly begun?: BegunImport }) | RefusedImport

/** Maximum number of new feeds taken from one list; each is a row of the preview. */
const MOST_AT_ONCE = 1_000
/** Maximum number of sources named in a refusal. */
const MOST_NAMED = 5

const NOTHING: OpmlImport = { fresh: [], known: [], refused: [], left: 0, isSalvaged: false }

/**
 * Compares an OPML list with the catalogue in force and, for `add`, adds the new sources to the operator's own catalogue. For `drop`,
 * removes from the operator's catalogue what an import added. `add` and `drop` must be run within `whileCatalogueLocked`.
 */
export function doCatalogueJob(job: CatalogueJob): CatalogueAnswer {
  try {
    if (job.act === 'drop') return drop(job)
    const { settings, opml } = job
    const list = parseOpml(decodeBytes(opml))
    const as = job.act === 'add' ? job.asked.as : undefined
    const planned = planImport(list, loadSources(settings), allowPrivate(settings), MOST_AT_ONCE, as)
    return job.act === 'add' ? { ...planned, begun: addToOwn(settings, planned.fresh, job.asked) } : planned
  } catch (error) {
    if (error instanceof NotOpmlError) return { problem: 'noOpml', detail: error.reason }
    if (error instanceof SourceChangeError) return { problem: 'failed', detail: error.message }
    throw error
  }
}

/**
 * Adds sources to the operator's own catalogue; only to be called within `whileCatalogueLocked`.
 *
 * @returns what `recordImport` has to store next; undefined if nothing is new
 * @throws SourceChangeError
 */
export function addToOwn(
  settings: Pick<Settings, 'data'>,
  fresh: readonly Source[],
  { as: { tier, type: kind }, reason, at }: AskedImport,
): BegunImport | undefined {
  if (fresh.length === 0) return undefined
  const sourceIds = fresh.map(({ id }) => id)
  const ids = new Set(sourceIds)
  let begun: BegunImport | undefined
  try {
    changeOwnCatalogue(
      settings,
      (own) => ({ ...own, sources: [...own.sources, ...fresh] }),
      ({ sources }) => {
        if (begun) forgetJournal(begun.journal)
        const undo = { type: 'import', written: writtenOf(sources, ids) } as const
        const act: DoneAct = { act: { type: 'import', sourceIds, tier, kind }, reason, at, undo, sources: fresh }
        begun = { act, journal: writeJournal(settings, act) }
      },
    )
  } catch (error) {
    if (begun) forgetJournal(begun.journal)
    throw error
  }
  return begun
}

function drop({ settings, written }: Extract<CatalogueJob, { act: 'drop' }>): CatalogueAnswer {
  if (!existsSync(ownCatalogueFile(settings))) {
    throw new SourceChangeError('The sources are not followed from here; undo it where the feeds are read.')
  }
  const hashes = new Map(written.map(({ id, hash }) => [id, hash]))
  changeOwnCatalogue(settings, (own) => {
    const changed = own.sources.filter((source) => hashes.has(source.id) && hashes.get(source.id) !== hashOf(source))
    if (changed.length > 0) {
      const names = changed.slice(0, MOST_NAMED).map(({ id }) => id)
      const more = changed.length > MOST_NAMED ? ` and ${changed.length - MOST_NAMED} more` : ''
      throw new SourceChangeError(
        `Changed in sources.yaml since: ${names.join(', ')}${more}. Remove these there first, by "auspex sources remove".`,
      )
    }
    return { ...own, sources: own.sources.filter(({ id }) => !hashes.has(id)) }
  })
  return NOTHING
}
