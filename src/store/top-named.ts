import { compareText } from '../lib/compare-text.ts'
import type { Instant } from '../lib/instant.ts'
import type { TopNamed } from './query-types.ts'
import type { Db } from './schema.ts'
import { countNamed } from './tables/story-facets.ts'

/** Returns the most frequent entities and hubs of published stories updated since, by number of stories, then id. One pass over the stories. */
export async function topNamed(
  db: Db,
  since: Instant,
  limits: { readonly entities: number; readonly hubs: number },
): Promise<TopNamed> {
  const { entity, hub } = await countNamed(db, since)
  return {
    entities: most(entity, limits.entities).map(([entityId, stories]) => ({ entityId, stories })),
    hubs: most(hub, limits.hubs).map(([id, stories]) => ({ hub: id, stories })),
  }
}

function most(counts: ReadonlyMap<string, number>, limit: number): readonly (readonly [string, number])[] {
  const sorted = [...counts].sort(([one, a], [other, b]) => b - a || compareText(one, other))
  return sorted.slice(0, limit)
}
