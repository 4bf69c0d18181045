import { aboutEntities, MOST_ABOUT } from '../entity/roll-up.ts'
import type { Gazetteer } from '../entity/types.ts'
import { storyKind } from '../rank/kind.ts'
import type { StoryOpening } from '../store/story-types.ts'
import { assessCoverage } from '../story/coverage.ts'
import type { Receipt, StoryItem } from '../story/types.ts'

/** Maximum number of a story's entities that are compared: the weightiest with a salience of at least 2. */
const MAIN_ENTITIES = 3

/** Determines what a story is about when it opens, from its first item alone. */
export function storyOpening(
  first: StoryItem,
  receipts: ReadonlyMap<number, Receipt>,
  gazetteer: Gazetteer,
): StoryOpening {
  const { members } = assessCoverage([first], receipts)
  return {
    kind: storyKind(members, (id) => gazetteer.entity(id)?.type),
    entityIds: mainEntities(aboutEntities([first], gazetteer, MOST_ABOUT), gazetteer),
    at: first.publishedAt,
  }
}

export function mainEntities(entityIds: readonly string[], gazetteer: Pick<Gazetteer, 'entity'>): readonly string[] {
  return entityIds.filter((id) => (gazetteer.entity(id)?.salience ?? 1) >= 2).slice(0, MAIN_ENTITIES)
}
