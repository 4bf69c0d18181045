import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PROGRAM_FOLDER, RUNS_FROM_SOURCE } from './program-folder.ts'

/** What was made of a text: the value of a YAML text, or what our own reader of such a file gives. */
export type Reading = 'yaml' | 'catalogue' | 'entities' | 'beat'

/** Written by `scripts/build.ts`. */
export const READINGS_FOLDER = join(PROGRAM_FOLDER, 'dist/read')

/**
 * What the build read from a text of the shipped data, and found right: reading YAML and looking for names that two entities share took a
 * third of a start. Found by the text itself, so that a file that was edited since is read anew.
 *
 * @returns undefined for a text that the build has not read
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

/** The name of the file that holds what a text was read as. */
export function readingFile(reading: Reading, text: string): string {
  return `${createHash('sha256').update(reading).update('\0').update(text).digest('hex').slice(0, 32)}.json`
}
