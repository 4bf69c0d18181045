import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEntities } from '../entity/entity-file.ts'
import { compileGazetteer } from '../entity/gazetteer.ts'
import type { Gazetteer } from '../entity/types.ts'
import type { Atlas } from '../hub/types.ts'
import { loadAtlas } from './atlas-files.ts'
import { DATA_FOLDER } from './data-folder.ts'

/** The field a deployment follows: whom its items name and which cities it compares. */
export interface Beat {
  readonly gazetteer: Gazetteer
  readonly atlas: Atlas
}

/**
 * Reads the shipped beat, with the operator's own hub data on top.
 *
 * @param ownFolder the setting `data`; undefined: the shipped data alone
 * @throws EntityFileError or HubDataError naming file, line and field
 */
export function loadBeat(ownFolder?: string): Beat {
  return { gazetteer: loadGazetteer(), atlas: loadAtlas(ownFolder) }
}

/** @throws EntityFileError naming line and field */
export function loadGazetteer(): Gazetteer {
  const text = readFileSync(join(DATA_FOLDER, 'entities.jsonl'), 'utf8')
  return compileGazetteer(parseEntities(text, 'data/entities.jsonl'))
}
