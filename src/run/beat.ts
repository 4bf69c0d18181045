import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEntities } from '../entity/entity-file.ts'
import { compileGazetteer } from '../entity/gazetteer.ts'
import type { Entity, Gazetteer } from '../entity/types.ts'
import { withHubEntities } from '../hub/hub-entities.ts'
import type { Atlas } from '../hub/types.ts'
import { loadAtlas, loadHubs } from './atlas-files.ts'
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
  const atlas = loadAtlas(ownFolder)
  return { gazetteer: compileGazetteer(withHubEntities(readEntities(), atlas.hubs)), atlas }
}

/**
 * Whom items name; with an operator's folder his own hubs too.
 *
 * @throws EntityFileError or HubDataError naming file, line and field
 */
export function loadGazetteer(ownFolder?: string): Gazetteer {
  const entities = readEntities()
  return compileGazetteer(ownFolder === undefined ? entities : withHubEntities(entities, loadHubs(ownFolder)))
}

function readEntities(): readonly Entity[] {
  return parseEntities(readFileSync(join(DATA_FOLDER, 'entities.jsonl'), 'utf8'), 'data/entities.jsonl')
}
