/** A pair that a person judged, and the stories that its items are in. */
export interface JudgedPair {
  readonly isSame: boolean
  /** Absent if one of the two is no longer in a story. */
  readonly storyIds?: readonly [number, number]
}

export interface JudgedRates {
  /** Pairs whose items are still in stories. */
  readonly pairs: number
  readonly same: number
  readonly different: number
  /** Pairs judged different that are in one story. */
  readonly falseMerges: number
  /** Pairs judged the same that are in two stories. */
  readonly missedMerges: number
}

/** Returns how often the engine errs on pairs that a person judged. They are the doubtful ones: on all pairs it errs less. */
export function judgedRates(judged: readonly JudgedPair[]): JudgedRates {
  const placed = judged.flatMap(({ isSame, storyIds }) =>
    storyIds ? [{ isSame, isTogether: storyIds[0] === storyIds[1] }] : [],
  )
  const same = placed.filter(({ isSame }) => isSame)
  const different = placed.filter(({ isSame }) => !isSame)
  return {
    pairs: placed.length,
    same: same.length,
    different: different.length,
    falseMerges: different.filter(({ isTogether }) => isTogether).length,
    missedMerges: same.filter(({ isTogether }) => !isTogether).length,
  }
}
