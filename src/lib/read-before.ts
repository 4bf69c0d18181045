import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PROGRAM_FOLDER, RUNS_FROM_SOURCE } from './program-folder.ts'

/** The parser whose result was cached: plain YAML, or our own parser of such a file. */
export type Reading = 'yaml' | 'catalogue' | 'entities' | 'beat'

/** The folder of cached results, written by `scripts/build.ts`. */
export const READINGS_FOLDER = join(PROGRAM_FOLDER, 'dist/read')

/**
 * Returns the result of parsing and validating a shipped data file that was cached by the build: parsing YAML and searching for names shared
 * by two entities took a third of a start. The key is the hash of the text, so that an edited file is parsed anew.
 *
 * @returns undefined for a text that the build has not parsed
 */
export function readBefore(
  reading: Reading,
  text: string,
  folder: string | undefined = RUNS_FROM_SOURCE ? undefined : READINGS_FOLDER,
): unknown {
  if (folder === undefined) return undefined
  try {
    return JSON.parse(readFileSync(join(folder, readingFile(reading, text)), 'utf8'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** Returns the name of the file with the cached result of a text. */
export function readingFile(reading: Reading, text: string): string {
  return `${createHash('sha256').update(reading).update('\0').update(text).digest('hex').slice(0, 32)}.json`
}
