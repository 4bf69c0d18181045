import type { z } from '@hono/zod-openapi'
import type { Entity } from '../../entity/types.ts'
import type { entitySchema } from './schemas.ts'
import type { JsonContext } from './story-json.ts'

/** Converts an entity to JSON, with all its names. */
export function entityJson(entity: Entity, { gazetteer, language }: JsonContext): z.infer<typeof entitySchema> {
  return {
    id: entity.id,
    type: entity.type,
    name: gazetteer.displayName(entity.id, language),
    names: Object.fromEntries(Object.entries(entity.names).map(([tag, names]) => [tag, [...names]])),
    lineage: [...gazetteer.lineage(entity.id)],
    hub: entity.hub,
  }
}
