import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/**
 * Collects all garbage now and gives what is free back to the system, which V8 leaves for minutes where nothing is made any more. It
 * stops the thread for some 100 ms: for a moment before anybody waits.
 */
export function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  setFlagsFromString('--no-expose-gc')
  collect()
}
