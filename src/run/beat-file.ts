import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readBefore } from '../lib/read-before.ts'
import { readDataFile } from '../lib/read-data-file.ts'
import { parseBeat } from '../rank/beat-file.ts'
import type { BeatRules } from '../rank/beat-rules.ts'
import { DATA_FOLDER } from './data-folder.ts'

const FILE = 'beat.yaml'

/**
 * Reads the beat rules from the operator's own file, or from the shipped one if there is none.
 *
 * @param ownFolder the setting `data`; undefined: the shipped file
 * @throws DataFileError listing every problem with its field
 */
export function loadBeatRules(ownFolder?: string): BeatRules {
  const own = ownFolder === undefined ? undefined : join(ownFolder, FILE)
  if (own !== undefined && existsSync(own)) return parseBeat(readDataFile(own), own)
  const shipped = readFileSync(join(DATA_FOLDER, FILE), 'utf8')
  return (readBefore('beat', shipped) as BeatRules | undefined) ?? parseBeat(shipped, `data/${FILE}`)
}
