import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEntities } from '../entity/entity-file.ts'
import { compileGazetteer } from '../entity/gazetteer.ts'
import type { Entity, Gazetteer } from '../entity/types.ts'
import { withHubEntities } from '../hub/hub-entities.ts'
import { DATA_FOLDER } from './data-folder.ts'
import { loadHubs } from './hub-files.ts'

/**
 * Whom items name; with an operator's folder his own hubs too.
 *
 * @throws EntityFileError or HubDataError naming file, line and field
 */
export function loadGazetteer(ownFolder?: string): Gazetteer {
  const entities = readEntities()
  return compileGazetteer(ownFolder === undefined ? entities : withHubEntities(entities, loadHubs(ownFolder)))
}

/** @throws EntityFileError naming file, line and field */
export function readEntities(): readonly Entity[] {
  return parseEntities(readFileSync(join(DATA_FOLDER, 'entities.jsonl'), 'utf8'), 'data/entities.jsonl')
}
