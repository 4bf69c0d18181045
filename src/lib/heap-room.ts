import { getHeapStatistics } from 'node:v8'
import { collectGarbage } from './collect-garbage.ts'
import { HeapFullError } from './heap-full-error.ts'

/** Of what V8 allows a thread. From 80 % on it may give up where collecting frees little; the rest is for what is begun now. */
const MOST_KEPT = 0.7
/** Made since the last look that found little garbage, before another is worth its 100 ms. */
const LOOK_AGAIN_AFTER = 0.02

/** Kept at the last collection that was asked for here. */
let keptBytes = 0

/**
 * To be called before native code makes objects, as SQLite does for rows: a thread that runs out of memory in native code ends the whole
 * program, without a word (N-API throws where nothing can catch it). Takes 0.2 µs, and a collection where there seems to be no room.
 *
 * @throws HeapFullError
 */
export function assertHeapRoom(): void {
  const { used_heap_size: used, heap_size_limit: limit } = getHeapStatistics()
  if (used <= limit * MOST_KEPT || used - keptBytes < limit * LOOK_AGAIN_AFTER) return
  collectGarbage()
  keptBytes = getHeapStatistics().used_heap_size
  if (keptBytes > limit * MOST_KEPT) throw new HeapFullError(megabytes(keptBytes), megabytes(limit))
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1_048_576)
}
