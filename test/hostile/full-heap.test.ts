import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { buildSync } from 'esbuild'
import { expect, test, vi } from 'vitest'
import { openDatabase } from '../../src/run/open-database.ts'
import { Thread } from '../../src/run/thread.ts'
import { readSettings } from '../../src/settings.ts'
import { sampleDraft, sampleUpdate } from '../../src/store/testing/samples.ts'
import { until } from '../run/auspex-process.ts'

// A thread that runs out of memory inside SQLite aborts the process, that of these tests too: it must stop before.
vi.setConfig({ testTimeout: 180_000 })

/** The seam to SQLite as a thread may load it: from one file of plain JavaScript. */
function threadOf(code: string): Worker {
  const { outputFiles } = buildSync({
    stdin: { contents: code, resolveDir: import.meta.dirname, loader: 'ts' },
    ...{ bundle: true, write: false, platform: 'node', format: 'cjs', packages: 'external' },
  })
  return new Worker(outputFiles[0]!.text, {
    eval: true,
    resourceLimits: { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 24 },
  })
}

test.each([
  ['rows of one query after another', 'kept.push(all.all([]))'],
  ['single rows', 'kept.push(one.all([1 + (at++ % 2_000)]))'],
])('a thread that keeps %s ends in words, and the program goes on', async (_, keep) => {
  const worker = threadOf(`
    import { openSqliteDatabase } from '../../src/store/sqlite/database.ts'
    const database = openSqliteDatabase(':memory:', { busyTimeoutMs: 0 })
    database.exec('create table t (a, b)')
    for (let n = 0; n < 2_000; n++) database.statement('insert into t values (?, ?)').run([n, 'x'.repeat(500)])
    const all = database.statement('select * from t')
    const one = database.statement('select * from t where rowid = ?')
    const kept: unknown[] = []
    for (let at = 0; ; ) ${keep}
  `)
  const [error] = (await once(worker, 'error')) as [Error]
  expect(error.name).toBe('HeapFullError')
  expect(error.message).toMatch(/^what it keeps takes \d+ MB of the \d+ MB that it may have for objects$/)
})

test('a story thread with too little memory for what it keeps is given more, and tells all', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'auspex-full-heap-'))
  const settings = readSettings({}, { AUSPEX_DATA: folder })
  const store = await openDatabase(settings)
  const drafts = Array.from({ length: 100 }, (_, n) => sampleDraft('a', `key${n}`, { title: `Report ${n} of the day` }))
  await store.saveFeed(sampleUpdate('a', drafts))
  const said: string[] = []
  const thread = new Thread({
    name: 'story-thread',
    input: () => ({ settings, version: '0' }),
    onMessage: (message) => {
      if (message.type === 'log') said.push(message.message)
    },
    ...{ maxHeapMb: 16, mostHeapMb: 256 },
  })
  try {
    await until('all is told', async () => ((await store.counts(0)).backlog === 0 ? true : undefined), 150_000)
    expect(said.slice(0, 2)).toEqual([
      expect.stringMatching(/^story-thread stopped: (it needed more than the|what it keeps takes) .* that it may have/),
      'story-thread starts again in 1 s, with 24 MB for objects',
    ])
  } finally {
    await thread.stop()
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
})
