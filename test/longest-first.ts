import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const ROOT = join(import.meta.dirname, '..')

/** Seconds on two quiet cores, of the files that take longest: begun last, one of them keeps a single core busy at the end. */
const SECONDS: Readonly<Record<string, number>> = {
  'test/run/crash.test.ts': 90,
  'test/hostile/long-feeds.test.ts': 89,
  'test/browser/site.test.ts': 80,
}
/** What measures how long a feed waits comes once the whole programs are done: beside two of them the wait is theirs. */
const AFTER_WHOLE_PROGRAMS: ReadonlySet<string> = new Set(['test/hostile/wire.test.ts'])
/** Tests of the whole program start it, and wait for it. */
const WHOLE_PROGRAM_SECONDS = 30

/**
 * Begins the longest test files first. Vitest by itself knows how long a file took before, but a clean clone has no before, and
 * then it goes by size, in which the longest are short.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const missing = Object.keys(SECONDS).filter((file) => !existsSync(join(ROOT, file)))
    if (missing.length > 0) throw new Error(`test/longest-first.ts names what is no file: ${missing.join(', ')}`)
    const sorted = await super.sort(files)
    return sorted.sort((a, b) => secondsOf(b) - secondsOf(a))
  }
}

function secondsOf({ moduleId }: TestSpecification): number {
  const file = relative(ROOT, moduleId).replaceAll('\\', '/')
  if (AFTER_WHOLE_PROGRAMS.has(file)) return 1
  return SECONDS[file] ?? (file.startsWith('test/') ? WHOLE_PROGRAM_SECONDS : 0)
}
