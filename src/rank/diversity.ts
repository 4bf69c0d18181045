/** What the caps of a front page look at. */
export interface CappedStory {
  readonly kind: string
  /** Weightiest first; the first is the one the story is mostly about. */
  readonly entityIds: readonly string[]
  /** Family of the source that leads the story; undefined where it is not known, and then not capped. */
  readonly leadFamily?: string
}

/** Most stories of one sort among the first `within`. */
export interface DiversityCaps {
  readonly within: number
  readonly perFamily: number
  readonly perEntity: number
  readonly perKind: number
}

export type DiversityCap = 'family' | 'entity' | 'kind'

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
): readonly { readonly story: S; readonly movedBy?: DiversityCap }[] {
  const counts = new Map<string, number>()
  const top: { story: S }[] = []
  const moved: { story: S; movedBy: DiversityCap }[] = []
  let next = 0
  for (; next < stories.length && top.length < caps.within; next++) {
    const story = stories[next]!
    const movedBy = capOver(story, counts, caps)
    if (movedBy) {
      moved.push({ story, movedBy })
      continue
    }
    top.push({ story })
    for (const { key } of capsOf(story, caps)) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return [...top, ...moved, ...stories.slice(next).map((story) => ({ story }))]
}

function capsOf(story: CappedStory, caps: DiversityCaps): readonly { cap: DiversityCap; key: string; most: number }[] {
  const [mainEntityId] = story.entityIds
  const { leadFamily } = story
  return [
    ...(leadFamily === undefined ? [] : [{ cap: 'family' as const, key: `f ${leadFamily}`, most: caps.perFamily }]),
    ...(mainEntityId === undefined ? [] : [{ cap: 'entity' as const, key: `e ${mainEntityId}`, most: caps.perEntity }]),
    { cap: 'kind', key: `k ${story.kind}`, most: caps.perKind },
  ]
}

function capOver(
  story: CappedStory,
  counts: ReadonlyMap<string, number>,
  caps: DiversityCaps,
): DiversityCap | undefined {
  return capsOf(story, caps).find(({ key, most }) => (counts.get(key) ?? 0) >= most)?.cap
}
