import { compileGazetteer } from '../entity/gazetteer.ts'
import type { Gazetteer } from '../entity/types.ts'
import { withHubEntities } from '../hub/hub-entities.ts'
import type { Atlas } from '../hub/types.ts'
import { loadAtlas } from './atlas-files.ts'
import { readEntities } from './gazetteer-file.ts'

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
