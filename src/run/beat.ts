import { compileGazetteer } from '../entity/gazetteer.ts'
import type { Gazetteer } from '../entity/types.ts'
import type { Atlas } from '../hub/atlas-types.ts'
import type { BeatRules } from '../rank/beat-rules.ts'
import { type BeatScope, compileScope } from '../rank/beat-scope.ts'
import { loadAtlas } from './atlas-files.ts'
import { loadBeatRules } from './beat-file.ts'
import { readEntities } from './gazetteer-file.ts'

/** The field that a deployment follows: its rules, the entities that items may name and the cities it compares. */
export interface Beat {
  readonly rules: BeatRules
  readonly scope: BeatScope
  readonly gazetteer: Gazetteer
  readonly atlas: Atlas
}

/**
 * Reads the shipped beat, replaced or extended by the operator's own files.
 *
 * @param ownFolder the setting `data`; undefined: the shipped data alone
 * @throws DataFileError naming file, line and field
 */
export function loadBeat(ownFolder?: string): Beat {
  const rules = loadBeatRules(ownFolder)
  const atlas = loadAtlas(ownFolder)
  const gazetteer = compileGazetteer(readEntities(rules, ownFolder, atlas.hubs))
  return { rules, scope: compileScope(rules, gazetteer), gazetteer, atlas }
}
