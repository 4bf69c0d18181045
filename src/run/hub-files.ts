import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileHubs } from '../hub/hub-list.ts'
import type { DataFile } from '../hub/read-rows.ts'
import type { Hub } from '../hub/types.ts'
import { readBefore } from '../lib/read-before.ts'
import { DATA_FOLDER } from './data-folder.ts'

/** Of the folder `hubs/`. */
export const HUBS_FILE = 'hubs.jsonl'

/**
 * Reads the hubs alone, the shipped ones with the operator's own on top.
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
 * @param shownAs how messages name the folder
 * @returns undefined where there is no such file
 */
export function dataFile(folder: string, shownAs: string, ...path: string[]): DataFile | undefined {
  const full = join(folder, ...path)
  if (!existsSync(full)) return undefined
  const text = readFileSync(full, 'utf8')
  return {
    name: [shownAs, ...path].join('/'),
    text,
    ...(full.endsWith('.yaml') && { value: readBefore('yaml', text) }),
  }
}
