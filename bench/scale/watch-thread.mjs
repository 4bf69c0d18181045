// Loaded into every thread of the program (`--import`) by `whole.ts`: writes down, again and again, how late its event loop was, and what its
// heap holds. On a machine that does much else a thread is late because it waits for a processor: the kernel counts that (schedstat,
// second field, ns), and `own` is the lateness without it.
import { appendFileSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { createHistogram } from 'node:perf_hooks'
import { getHeapStatistics, setFlagsFromString } from 'node:v8'
import { isMainThread } from 'node:worker_threads'

// What this file and its imports make must not let the young heap of the main thread grow before the program forbids it: 16 MB.
setFlagsFromString('--semi-space-growth-factor=1')

const STEP_MS = 10
const folder = process.env.AUSPEX_SCALE_WATCH
const name = isMainThread ? 'main' : basename(process.argv[1] ?? 'thread', '.js')
const late = createHistogram()
const own = createHistogram()
const waitedNs = () => Number(readFileSync('/proc/thread-self/schedstat', 'latin1').split(' ')[1])

let [lastAt, lastWaited] = [performance.now(), waitedNs()]
setInterval(() => {
  const [at, waited] = [performance.now(), waitedNs()]
  const lateMs = Math.max(0, at - lastAt - STEP_MS)
  late.record(Math.round(lateMs * 1_000) + 1)
  own.record(Math.round(Math.max(0, lateMs - (waited - lastWaited) / 1e6) * 1_000) + 1)
  lastAt = at
  lastWaited = waited
}, STEP_MS).unref()

const figuresOf = (histogram) => ({
  p50Ms: histogram.percentile(50) / 1_000,
  p99Ms: histogram.percentile(99) / 1_000,
  maxMs: histogram.max / 1_000,
})
setInterval(() => {
  const heap = getHeapStatistics()
  const { external, arrayBuffers, rss } = process.memoryUsage()
  const line = {
    ...{ at: Date.now(), late: figuresOf(late), own: figuresOf(own), waitedMs: waitedNs() / 1e6 },
    ...{ used: heap.used_heap_size, held: heap.total_heap_size, external, arrayBuffers, rss },
  }
  appendFileSync(join(folder, `${name}.jsonl`), `${JSON.stringify(line)}\n`)
}, 2_000).unref()
