import type { Gazetteer } from './types.ts'

/**
 * Hubs that a story stands in, most named first: those of entities that stand in a place (a site, a university, a
 * local agency, the place itself). Where a company has its head office says nothing about where the event is.
 */
export function hubsOf(entityIds: Iterable<string>, gazetteer: Pick<Gazetteer, 'entity'>): string[] {
  const counts = new Map<string, number>()
  for (const id of entityIds) {
    const hub = gazetteer.entity(id)?.hub
    if (hub !== undefined) counts.set(hub, (counts.get(hub) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([hub]) => hub)
}
