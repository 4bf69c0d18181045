/** The properties of a story that the caps of a front page apply to. */
export interface CappedStory {
  readonly kind: string
  /** Most important first; only the first, the main entity, is capped. */
  readonly entityIds: readonly string[]
  /** Family of the story's leading source; undefined if unknown, and then not capped. */
  readonly leadFamily?: string
}

/** Most stories of one family, main entity or kind among the first `within`. */
export interface DiversityCaps {
  readonly within: number
  readonly perFamily: number
  readonly perEntity: number
  readonly perKind: number
}

export type DiversityCap = 'family' | 'entity' | 'kind'

/** Caps for a front page of ten: two stories per owner and per name, five per kind. */
export const DEFAULT_CAPS: DiversityCaps = { within: 10, perFamily: 2, perEntity: 2, perKind: 5 }

/**
 * Keeps one owner, one name and one kind from filling the top of a list. Stories over a cap move down, in order, behind
 * the first `within`; none is lost and no score changes. If too few others are left to fill the top, the moved stories
 * fill it.
 *
 * @param stories best first
 * @returns the same stories in display order, each with the cap that moved it, if any
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
