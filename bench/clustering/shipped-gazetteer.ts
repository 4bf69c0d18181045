import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseEntities } from '../../src/entity/entity-file.ts'
import { compileGazetteer } from '../../src/entity/gazetteer.ts'
import type { Gazetteer } from '../../src/entity/types.ts'

/** The gazetteer of the shipped entity file, as in the pipeline. */
export function shippedGazetteer(): Gazetteer {
  const file = fileURLToPath(new URL('../../data/entities.jsonl', import.meta.url))
  return compileGazetteer(parseEntities(readFileSync(file, 'utf8'), 'data/entities.jsonl'))
}
