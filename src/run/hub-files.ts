import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { compileHubs } from '../hub/hub-list.ts'
import type { DataFile } from '../hub/read-rows.ts'
import type { Hub } from '../hub/types.ts'
import { readBefore } from '../lib/read-before.ts'
import { readDataFile } from '../lib/read-data-file.ts'
import { DATA_FOLDER } from './data-folder.ts'

/** Name of the file of hubs in the folder `hubs/`. */
export const HUBS_FILE = 'hubs.jsonl'

/**
 * Reads only the hubs: the shipped ones merged with the operator's own.
 *
 * @throws DataFileError naming file, line and field
 */
export function loadHubs(ownFolder: string): readonly Hub[] {
  return compileHubs([
    dataFile(DATA_FOLDER, 'data', 'hubs', HUBS_FILE),
    dataFile(ownFolder, ownFolder, 'hubs', HUBS_FILE),
  ])
}

/**
 * Reads one data file.
 *
 * @param shownAs how messages name the folder
 * @returns undefined if there is no such file
 */
export function dataFile(folder: string, shownAs: string, ...path: string[]): DataFile | undefined {
  const full = join(folder, ...path)
  if (!existsSync(full)) return undefined
  const name = [shownAs, ...path].join('/')
  const text = readDataFile(full, name)
  return {
    name,
    text,
    ...(full.endsWith('.yaml') && { value: readBefore('yaml', text) }),
  }
}
