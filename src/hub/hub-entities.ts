import { findClashes } from '../entity/alias-clashes.ts'
import type { Entity } from '../entity/types.ts'
import type { Hub } from './types.ts'

/**
 * Adds entities for the hubs that the entity file lacks (an operator's own), made of their names and sub-places. A name that
 * another entity already has stays with it. If that entity is a place outside any hub, it becomes the hub's entity instead.
 *
 * @param entities the entity file, whose names do not clash
 */
export function withHubEntities(entities: readonly Entity[], hubs: readonly Hub[]): readonly Entity[] {
  const standing = new Set(entities.filter(({ id, hub }) => id === hub).map(({ id }) => id))
  const unknown = hubs.filter(({ id }) => !standing.has(id))
  return unknown.reduce(withHub, entities)
}

function withHub(entities: readonly Entity[], hub: Hub): readonly Entity[] {
  const own = newEntity(hub)
  const named = entities.find(({ id }) => id === hub.id)
  if (named) return entities.map((each) => (each === named ? { ...named, hub: hub.id } : each))
  const clashes = findClashes([...entities, own]).filter(({ entity }) => entity === own)
  const same = clashes.map(({ rival }) => rival).find(({ type, hub: of }) => type === 'place' && of === undefined)
  if (same) return entities.map((each) => (each === same ? { ...same, hub: hub.id } : each))
  const taken = new Set(clashes.map(({ alias }) => alias))
  const names = Object.fromEntries(
    Object.entries(own.names)
      .map(([language, list]) => [language, list.filter((name) => !taken.has(name))] as const)
      .filter(([, list]) => list.length > 0),
  )
  return Object.keys(names).length > 0 ? [...entities, { ...own, names }] : entities
}

function newEntity({ id, names, subPlaces }: Hub): Entity {
  const languages = [...new Set([...Object.keys(names), ...Object.keys(subPlaces)])]
  return {
    ...{ id, type: 'place', hub: id, salience: 1, isVersioned: false },
    ...{ hashtags: [], ambiguous: [], context: [], caseSensitive: [], except: [] },
    names: Object.fromEntries(
      languages.map((language) => [language, [...(names[language] ?? []), ...(subPlaces[language] ?? [])]]),
    ),
  }
}
