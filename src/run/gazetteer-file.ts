import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEntities } from '../entity/entity-file.ts'
import { compileGazetteer } from '../entity/gazetteer.ts'
import type { Entity, Gazetteer } from '../entity/types.ts'
import { withHubEntities } from '../hub/hub-entities.ts'
import type { Hub } from '../hub/types.ts'
import { readBefore } from '../lib/read-before.ts'
import { readDataFile } from '../lib/read-data-file.ts'
import type { BeatRules } from '../rank/beat-rules.ts'
import { loadBeatRules } from './beat-file.ts'
import { DATA_FOLDER } from './data-folder.ts'
import { loadHubs } from './hub-files.ts'

const FILE = 'entities.jsonl'

/**
 * Loads the gazetteer: the entities of the beat and, if a folder is given, the operator's own entities and the hubs.
 *
 * @throws DataFileError naming file, line and field
 */
export function loadGazetteer(ownFolder?: string): Gazetteer {
  const rules = loadBeatRules(ownFolder)
  return compileGazetteer(
    readEntities(rules, ownFolder, ownFolder !== undefined && rules.hasHubs ? loadHubs(ownFolder) : []),
  )
}

/**
 * Reads the entities in force: the shipped ones (unless the beat excludes them), the operator's own, which replace shipped ones with the
 * same id, and those of the hubs if the beat has hubs.
 *
 * @throws DataFileError naming file, line and field
 */
export function readEntities(rules: BeatRules, ownFolder: string | undefined, hubs: readonly Hub[]): readonly Entity[] {
  const shipped = rules.hasShippedEntities ? shippedEntities() : []
  const own = ownFolder === undefined ? undefined : join(ownFolder, FILE)
  const all = own !== undefined && existsSync(own) ? parseEntities(readDataFile(own), own, shipped) : shipped
  return rules.hasHubs ? withHubEntities(all, hubs) : all.map(({ hub: _, ...entity }) => entity)
}

function shippedEntities(): readonly Entity[] {
  const text = readFileSync(join(DATA_FOLDER, FILE), 'utf8')
  return (readBefore('entities', text) as readonly Entity[] | undefined) ?? parseEntities(text, `data/${FILE}`)
}
