import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEntities } from '../entity/entity-file.ts'
import { compileGazetteer } from '../entity/gazetteer.ts'
import { type Hub, parseHubs } from '../entity/hub-file.ts'
import type { Gazetteer } from '../entity/types.ts'

/** Files that people edit; they travel with the package. */
export const DATA_FOLDER = join(import.meta.dirname, '../../data')

/** The field a deployment follows: whom its items name and which cities it compares. */
export interface Beat {
  readonly gazetteer: Gazetteer
  readonly hubs: readonly Hub[]
}

/**
 * Reads the shipped beat.
 *
 * @throws EntityFileError or HubFileError naming file, line and field
 */
export function loadBeat(): Beat {
  const read = (name: string) => readFileSync(join(DATA_FOLDER, name), 'utf8')
  return {
    gazetteer: compileGazetteer(parseEntities(read('entities.jsonl'), 'data/entities.jsonl')),
    hubs: parseHubs(read('hubs.jsonl'), 'data/hubs.jsonl'),
  }
}
