import type { Gazetteer, Mention } from './types.ts'

/** What one step up the lineage leaves of an entity's weight: a story about GPT-5.6 is about OpenAI at half of that. */
export const PARENT_SHARE = 0.5
/** Mentions at which half of an entity's full weight is reached; ten mentions are not ten times one. */
export const HALF_WEIGHT_MENTIONS = 2
/** A mention in the title counts as this many in the text. */
export const TITLE_MENTIONS = 3

/** An item with mentions in `title + '\n' + text`. */
export interface MentioningItem {
  readonly title: string
  readonly mentions: readonly Mention[]
}

/**
 * Weights of the entities mentioned and of their parents: salience × n / (n + 2), n mentions; each step up the lineage
 * leaves half. What is both mentioned and a parent has the greater of the two, so rolling up never adds evidence.
 *
 * @returns by entity id, weights in (0, 3); entities unknown to the gazetteer are left out
 */
export function rollUp(mentions: readonly Mention[], gazetteer: Gazetteer): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { entityId } of mentions) counts.set(entityId, (counts.get(entityId) ?? 0) + 1)
  return weightsOf(counts, gazetteer)
}

/**
 * The entities that items of one story are about, weightiest first. Those in titles and those in many of the items
 * lead; parents are not listed unless they are named themselves.
 */
export function aboutEntities(items: readonly MentioningItem[], gazetteer: Gazetteer, limit: number): string[] {
  const counts = new Map<string, number>()
  for (const { title, mentions } of items) {
    for (const { entityId, end } of mentions) {
      counts.set(entityId, (counts.get(entityId) ?? 0) + (end <= title.length ? TITLE_MENTIONS : 1))
    }
  }
  const itemsNaming = new Map<string, number>()
  for (const { mentions } of items) {
    for (const id of new Set(mentions.map(({ entityId }) => entityId))) {
      itemsNaming.set(id, (itemsNaming.get(id) ?? 0) + 1)
    }
  }
  const weights = weightsOf(counts, gazetteer)
  const share = (id: string) => (weights.get(id)! * itemsNaming.get(id)!) / items.length
  return [...counts.keys()]
    .filter((id) => weights.has(id))
    .sort((a, b) => share(b) - share(a) || compareText(a, b))
    .slice(0, limit)
}

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

function weightsOf(counts: ReadonlyMap<string, number>, gazetteer: Gazetteer): Map<string, number> {
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

/** By code unit: the same on every machine. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
