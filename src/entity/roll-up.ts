import { compareText } from '../lib/compare-text.ts'
import type { Gazetteer, Mention } from './types.ts'

/** Share of an entity's weight that its parent gets: GPT-5.6 is half as much GPT, a quarter as much OpenAI. */
const PARENT_SHARE = 0.5
/** Mentions at which an entity reaches half its full weight: ten mentions are not worth ten times one. */
const HALF_WEIGHT_MENTIONS = 2
/** An item, with the mentions in its `title + '\n' + text`. */
export interface MentioningItem {
  readonly title: string
  readonly mentions: readonly Mention[]
}

/**
 * Computes the weights of the entities mentioned and of their ancestors: salience × n / (n + 2) for n mentions, halved at
 * each step up the lineage. An entity that is both mentioned and an ancestor gets the greatest of these, so that rolling
 * up never adds evidence.
 *
 * @returns by entity id, weights in (0, 3); entities unknown to the gazetteer are left out
 */
export function rollUp(mentions: readonly Mention[], gazetteer: Gazetteer): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { entityId } of mentions) counts.set(entityId, (counts.get(entityId) ?? 0) + 1)
  const weights = new Map<string, number>()
  for (const [id, count] of counts) {
    const salience = gazetteer.entity(id)?.salience
    if (salience === undefined) continue
    let weight = (salience * count) / (count + HALF_WEIGHT_MENTIONS)
    for (const ancestor of gazetteer.lineage(id)) {
      weights.set(ancestor, Math.max(weight, weights.get(ancestor) ?? 0))
      weight *= PARENT_SHARE
    }
  }
  return weights
}

/** Maximum number of entities that a story is said to be about. */
export const MOST_ABOUT = 12

/**
 * Returns the entities that the items of one story are about, by descending weight. The weight is that of `rollUp` over
 * all mentions, times the sum of two shares: of items that name the entity, and of items that name it in the title.
 * Parents are listed only where they are named themselves.
 */
export function aboutEntities(items: readonly MentioningItem[], gazetteer: Gazetteer, limit: number): string[] {
  const weights = rollUp(
    items.flatMap(({ mentions }) => mentions),
    gazetteer,
  )
  const shares = new Map<string, number>()
  for (const { title, mentions } of items) {
    const named = new Set(mentions.map(({ entityId }) => entityId))
    const inTitle = new Set(mentions.filter(({ end }) => end <= title.length).map(({ entityId }) => entityId))
    for (const id of named) shares.set(id, (shares.get(id) ?? 0) + (inTitle.has(id) ? 2 : 1) / items.length)
  }
  const weightOf = (id: string) => weights.get(id)! * shares.get(id)!
  return [...shares.keys()]
    .filter((id) => weights.has(id))
    .sort((a, b) => weightOf(b) - weightOf(a) || compareText(a, b))
    .slice(0, limit)
}

/**
 * Returns the hubs that a story takes place in, most named first: those of entities that are in one place (a site, a
 * university, a local agency, the place itself). A company's head office says nothing about where the event is.
 */
export function hubsOf(entityIds: Iterable<string>, gazetteer: Pick<Gazetteer, 'entity'>): string[] {
  const counts = new Map<string, number>()
  for (const id of entityIds) {
    const hub = gazetteer.entity(id)?.hub
    if (hub !== undefined) counts.set(hub, (counts.get(hub) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([hub]) => hub)
}
