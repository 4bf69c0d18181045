import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Where the benchmark data lie: `AUSPEX_BENCH`, else `shared/bench` beside the repository. They are never part of it. */
export const BENCH_FOLDER = process.env.AUSPEX_BENCH ?? join(import.meta.dirname, '../../shared/bench')

/** @returns the path of a data file; undefined, after one clear line, where it is absent */
export function benchFile(name: string): string | undefined {
  const file = join(BENCH_FOLDER, name)
  if (existsSync(file)) return file
  console.log(`skipped: ${name} is not in ${BENCH_FOLDER} (set AUSPEX_BENCH to the folder of the benchmark data)`)
  return undefined
}
