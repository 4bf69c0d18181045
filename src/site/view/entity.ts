import type { Entity } from '../../entity/types.ts'
import type { IsShown } from '../../store/query-types.ts'
import type { StoryRecord } from '../../store/story-types.ts'
import type { SiteDeps } from '../deps.ts'
import type { ListWords } from '../hidden/hiding.ts'

const PAGE_SIZE = 30

export interface EntityView extends ListWords {
  readonly page: 'entity'
  readonly entity: Entity
  /** Ids of its owner, maker or family, nearest first. */
  readonly belongsTo: readonly string[]
  readonly total: number
  /** Newest first. */
  readonly stories: readonly StoryRecord[]
  readonly next?: string
  /** Cursor of this page; undefined on the first. */
  readonly after?: string
}

/**
 * @returns undefined for an unknown entity
 * @throws BadCursorError if `after` is not a valid cursor
 */
export async function entityView(
  { store, gazetteer }: SiteDeps,
  id: string,
  { after, isShown }: { readonly after: string | undefined; readonly isShown: IsShown },
): Promise<EntityView | undefined> {
  const entity = gazetteer.entity(id)
  if (!entity) return undefined
  const filter = { entityId: id, state: 'published' } as const
  const [{ stories, next }, total] = await Promise.all([
    store.listStories({ ...filter, order: 'newest', limit: PAGE_SIZE, after, isShown }),
    store.countStories(filter),
  ])
  return {
    page: 'entity',
    entity,
    belongsTo: gazetteer.lineage(id).filter((each) => each !== id),
    total,
    stories,
    next,
    after,
  }
}
