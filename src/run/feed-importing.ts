import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { SECOND_MS } from '../lib/instant.ts'
import type { FeedImporting, RefusedImport } from '../site/deps.ts'
import type { OpmlImport } from '../source/opml-import.ts'
import type { Store } from '../store/types.ts'
import type { CatalogueJob, CatalogueSettings } from './catalogue-job.ts'
import { compiledFile } from './thread.ts'

/** Whatever a list is made of, its thread ends then. */
const JOB_WITHIN_MS = 30 * SECOND_MS
const JOB_HEAP_MB = 256

/** A thread that read a list of feeds ended without an answer. */
export class CatalogueJobError extends Error {
  override readonly name = 'CatalogueJobError'
}

/**
 * Reads lists of feeds in a thread of its own, so that no list holds up pages, and one after the other, so that none undoes what another
 * added.
 *
 * @param onAdded called once what was added is stored
 */
export function feedImporting(
  { data, sources, allow_private }: CatalogueSettings,
  store: Pick<Store, 'saveSources'>,
  onAdded: () => void,
): FeedImporting {
  let last: Promise<unknown> = Promise.resolve()
  const run = (act: CatalogueJob['act'], opml: Uint8Array) => {
    const job = last.then(() => runJob({ settings: { data, sources, allow_private }, act, opml }))
    last = job.catch(() => undefined)
    return job
  }
  return {
    preview: (opml) => run('preview', opml),
    async add(opml) {
      const done = await run('add', opml)
      if ('fresh' in done) await store.saveSources(done.fresh)
      onAdded()
      return done
    },
  }
}

/** @throws CatalogueJobError, and what the job throws: a catalogue that cannot be read or written */
async function runJob(job: CatalogueJob): Promise<OpmlImport | RefusedImport> {
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
