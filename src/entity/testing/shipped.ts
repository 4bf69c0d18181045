import { readFileSync } from 'node:fs'
import { parseEntities } from '../entity-file.ts'
import { compileGazetteer } from '../gazetteer.ts'
import type { Gazetteer } from '../types.ts'

const file = new URL('../../../data/entities.jsonl', import.meta.url)

/** The gazetteer of the entity file that ships. */
export function shippedGazetteer(): Gazetteer {
  return compileGazetteer(parseEntities(readFileSync(file, 'utf8'), 'data/entities.jsonl'))
}

/** Distinct ids named in a text, sorted. */
export function idsIn(text: string, gazetteer: Gazetteer): string[] {
  return [...new Set(gazetteer.findEntities(text).map(({ entityId }) => entityId))].sort()
}
