/** What the caps of a front page look at. */
export interface CappedStory {
  readonly id: number
  readonly kind: string
  /** Family of the source that leads the story. */
  readonly leadFamily: string
  /** The entity it is mostly about, if any. */
  readonly mainEntityId: string | undefined
}

/** Most stories of one sort among the first `within`. */
export interface DiversityCaps {
  readonly within: number
  readonly perFamily: number
  readonly perEntity: number
  readonly perKind: number
}

/** A front page of ten: no owner and no name more than twice, no kind more than half. */
export const DEFAULT_CAPS: DiversityCaps = { within: 10, perFamily: 2, perEntity: 2, perKind: 5 }

/**
 * Keeps one owner, one name and one kind from filling the top of a list. Stories over a cap move down, in order, to
 * behind the first `within`; none is lost and no score changes. When too few others are there to fill the top,
 * what was held back fills it.
 *
 * @param stories best first
 * @returns the same stories in the order to show, each with the cap that moved it, if one did. Linear.
 */
export function capDiversity<S extends CappedStory>(
  stories: readonly S[],
  caps: DiversityCaps = DEFAULT_CAPS,
): readonly { readonly story: S; readonly movedBy?: 'family' | 'entity' | 'kind' }[] {
  const counts = new Map<string, number>()
  const isFull = (key: string, most: number) => (counts.get(key) ?? 0) >= most
  const top: { story: S }[] = []
  const moved: { story: S; movedBy: 'family' | 'entity' | 'kind' }[] = []
  let next = 0
  for (; next < stories.length && top.length < caps.within; next++) {
    const story = stories[next]!
    const keys = { family: `f ${story.leadFamily}`, entity: `e ${story.mainEntityId}`, kind: `k ${story.kind}` }
    if (isFull(keys.family, caps.perFamily)) moved.push({ story, movedBy: 'family' })
    else if (story.mainEntityId !== undefined && isFull(keys.entity, caps.perEntity))
      moved.push({ story, movedBy: 'entity' })
    else if (isFull(keys.kind, caps.perKind)) moved.push({ story, movedBy: 'kind' })
    else {
      top.push({ story })
      for (const key of Object.values(keys)) counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  return [...top, ...moved, ...stories.slice(next).map((story) => ({ story }))]
}
