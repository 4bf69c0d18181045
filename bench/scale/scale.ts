import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

export interface ScaleFigures {
  readonly feeds: number
  /** Until every feed had been polled. */
  readonly cycleSeconds: number
  readonly feedsNotPolled: number
  /** Polls that failed though the server had an answer for them. */
  readonly failed: number
  /** Polls that the server answers 500, as `serve-feeds.ts` means it to. */
  readonly refused: number
  readonly inserted: number
  readonly eventLoopP50Ms: number
  readonly eventLoopP99Ms: number
  readonly eventLoopMaxMs: number
  /** Resident size of the process that polls. */
  readonly peakMemoryMb: number
}

/** Room for old objects and for new ones, as the program gives its ingest thread (`src/run/auspex.ts`, `src/run/thread.ts`). */
const HEAP = ['--max-old-space-size=160', '--max-semi-space-size=3']

/**
 * Polls many feeds on loopback for one cycle after a first one, as the ingest thread does: fetch, parse, normalise, store.
 * `SCALE_FEEDS` sets how many; the target is for 10,000.
 */
export async function benchScale(
  feeds = Number(process.env.SCALE_FEEDS ?? 10_000),
): Promise<Record<string, ScaleFigures>> {
  // Each in a process of its own: the server's work is not ours to measure, and a heap has its room from its start.
  const server = start('serve-feeds.ts')
  const [port] = (await once(server, 'message')) as [number]
  const poller = start('poll-cycles.ts', [String(feeds), String(port)], HEAP)
  await answerOf(poller)
  const figures: Record<string, ScaleFigures> = {}
  for (const [index, name] of ['first', 'second'].entries()) {
    server.send(index + 1)
    await once(server, 'message')
    poller.send('poll')
    figures[name] = (await answerOf(poller)) as ScaleFigures
  }
  poller.disconnect()
  await once(poller, 'exit')
  server.kill()
  return figures
}

function start(file: string, args: readonly string[] = [], flags: readonly string[] = []): ChildProcess {
  return fork(join(import.meta.dirname, file), args, { execArgv: ['--import', 'tsx', ...flags] })
}

/** @throws where the process ends instead: out of memory, for one */
async function answerOf(child: ChildProcess): Promise<unknown> {
  const gone = new AbortController()
  const ended = once(child, 'exit', { signal: gone.signal }).then(([code, signal]) => {
    throw new Error(`the process that polls ended with ${code ?? signal}`)
  })
  try {
    const answer = once(child, 'message', { signal: gone.signal })
    return (await Promise.race([answer, ended]))[0]
  } finally {
    gone.abort()
    ended.catch(() => undefined)
  }
}
