import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { SECOND_MS } from '../lib/instant.ts'
import type { Settings } from '../settings.ts'
import type { FeedImporting } from '../site/deps.ts'
import type { WrittenSource } from '../store/operator-types.ts'
import type { Store } from '../store/types.ts'
import { ActRefusedError } from './act-refused-error.ts'
import type { AskedImport, CatalogueAnswer, CatalogueJob, CatalogueSettings } from './catalogue-job.ts'
import { recordImport, whileCatalogueSettled } from './import-journal.ts'
import { OperatorFileBusyError } from './operator-file.ts'
import { whileCatalogueLocked } from './own-catalogue.ts'
import { compiledFile } from './thread.ts'

/** Time after which the thread of a job is terminated, whatever the list contains. */
const JOB_WITHIN_MS = 30 * SECOND_MS
const JOB_HEAP_MB = 256

/** The thread of a catalogue job ended without an answer. */
export class CatalogueJobError extends Error {
  override readonly name = 'CatalogueJobError'
}

/**
 * Reads lists of feeds in a separate thread, so that no list delays pages, and one at a time, as each takes much memory.
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
  const run = <T>(work: () => Promise<T>) => {
    const job = last.then(work)
    last = job.catch(() => undefined)
    return job
  }
  const add = async (opml: Uint8Array, asked: AskedImport) => {
    const done = await runJob({ act: 'add', settings, opml, asked })
    return 'problem' in done ? done : { ...done, act: await recordImport(store, done.begun) }
  }
  return {
    preview: (opml) => run(() => runJob({ act: 'preview', settings, opml })),
    async add(opml, as, asked) {
      const done = await run(() =>
        whileCatalogueSettled(settings, store, () => add(opml, { ...asked, as })).catch((error: unknown) => {
          if (error instanceof OperatorFileBusyError) return { problem: 'failed', detail: error.message } as const
          throw error
        }),
      )
      if (!('problem' in done)) onAdded()
      return done
    },
  }
}

/** Removes the sources of an import from the operator's catalogue. @throws ActRefusedError if that is not possible */
export async function dropImported({ data }: Pick<Settings, 'data'>, written: readonly WrittenSource[]): Promise<void> {
  const drop = () => runJob({ act: 'drop', settings: { data }, written })
  const done = await whileCatalogueLocked({ data }, drop).catch((error: unknown) => {
    if (error instanceof OperatorFileBusyError) throw new ActRefusedError(error.message)
    throw error
  })
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
