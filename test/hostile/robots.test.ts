import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { buildSync } from 'esbuild'
import { expect, test, vi } from 'vitest'

vi.setConfig({ testTimeout: 120_000 })

/** The thread that reads feeds has 160 MB for them and all else. */
const HEAP_MB = 64

/** Rules of two letters, each in a group of its own: what one is read into takes ten times its text. */
const LONG = 'User-agent: *\nAllow:\n'.repeat(26_000)

test('what a hundred sites write into their robots.txt is kept in little memory', async () => {
  const { outputFiles } = buildSync({
    stdin: {
      contents: `
        import { parentPort, workerData } from 'node:worker_threads'
        import { createCrawlPolicy } from '../../src/source/crawl-policy.ts'
        const get = async (url) => ({ status: 200, headers: new Map(), bytes: Buffer.from(workerData), url })
        const policy = createCrawlPolicy({ get, slowDown: () => undefined }, () => 0)
        const ask = async () => {
          for (let n = 0; n < 100; n++) await policy.feed('https://h' + n + '.example/feed')
          parentPort.postMessage((await policy.feed('https://h99.example/feed')).robots)
        }
        void ask()`,
      resolveDir: import.meta.dirname,
      loader: 'ts',
    },
    ...{ bundle: true, write: false, platform: 'node', format: 'cjs', packages: 'external' },
  })
  const worker = new Worker(outputFiles[0]!.text, {
    ...{ eval: true, workerData: LONG },
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  })
  const [answer] = await Promise.race([once(worker, 'message'), once(worker, 'error')])
  expect(answer).toBe('allowed')
})
