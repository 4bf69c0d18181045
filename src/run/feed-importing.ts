import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { type Instant, SECOND_MS } from '../lib/instant.ts'
import type { Settings } from '../settings.ts'
import type { FeedImporting } from '../site/deps.ts'
import type { ImportedAs } from '../source/opml-import.ts'
import type { WrittenSource } from '../store/operator-types.ts'
import type { Store } from '../store/types.ts'
import { ActRefusedError } from './act-refused-error.ts'
import type { CatalogueAnswer, CatalogueJob, CatalogueSettings } from './catalogue-job.ts'
import { compiledFile } from './thread.ts'

/** Time after which the thread of a job is terminated, whatever the list contains. */
const JOB_WITHIN_MS = 30 * SECOND_MS
const JOB_HEAP_MB = 256

/** The thread of a catalogue job ended without an answer. */
export class CatalogueJobError extends Error {
  override readonly name = 'CatalogueJobError'
}

/**
 * Reads lists of feeds in a separate thread, so that no list delays pages, and one at a time, so that no import overwrites another.
 *
 * @param onAdded called once the new sources are stored
 */
export function feedImporting(
  { data, sources, allow_private }: CatalogueSettings,
  store: Pick<Store, 'operator'>,
  onAdded: () => void,
): FeedImporting {
  const settings = { data, sources, allow_private }
  let last: Promise<unknown> = Promise.resolve()
  const run = (wanted: CatalogueJob) => {
    const job = last.then(() => runJob(wanted))
    last = job.catch(() => undefined)
    return job
  }
  return {
    preview: (opml) => run({ act: 'preview', settings, opml }),
    async add(opml, as, asked) {
      const done = await run({ act: 'add', settings, opml, as })
      if ('problem' in done) return done
      const act = await recordImport(store, done, { ...asked, as })
      onAdded()
      return { ...done, act }
    },
  }
}

/** Records an import as an act that can be undone. @returns the act's number; undefined if nothing was new */
export async function recordImport(
  { operator }: Pick<Store, 'operator'>,
  { fresh, written }: Pick<Extract<CatalogueAnswer, { fresh: unknown }>, 'fresh' | 'written'>,
  { as: { tier, type }, reason, at }: { readonly as: ImportedAs; readonly reason: string; readonly at: Instant },
): Promise<number | undefined> {
  if (fresh.length === 0) return undefined
  const act = { type: 'import', sourceIds: fresh.map(({ id }) => id), tier, kind: type } as const
  return operator.record({ act, reason, at, undo: { type: 'import', written }, sources: fresh })
}

/** Removes the sources of an import from the operator's catalogue. @throws ActRefusedError if that is not possible */
export async function dropImported({ data }: Pick<Settings, 'data'>, written: readonly WrittenSource[]): Promise<void> {
  const done = await runJob({ act: 'drop', settings: { data }, written })
  if ('problem' in done) throw new ActRefusedError(done.detail)
}

/** @throws CatalogueJobError, and whatever the job throws, for instance for a catalogue that cannot be read or written */
async function runJob(job: CatalogueJob): Promise<CatalogueAnswer> {
  const worker = new Worker(compiledFile('catalogue-thread'), {
    workerData: job,
    name: 'catalogue-thread',
    resourceLimits: { maxOldGenerationSizeMb: JOB_HEAP_MB },
  })
  const patience = setTimeout(() => void worker.terminate(), JOB_WITHIN_MS)
  const ended = once(worker, 'exit').then(([code]) => {
    throw new CatalogueJobError(`the list of feeds was not read: its thread ended (${code})`)
  })
  try {
    const [answer] = await Promise.race([once(worker, 'message'), ended])
    return answer
  } finally {
    clearTimeout(patience)
    ended.catch(() => undefined)
  }
}
