/** How often the clusterer errs on a stream whose stories people have marked. */
export interface MeasuredStoryErrors {
  readonly stream: string
  /** 100 × (1 − B-cubed precision), after merges. */
  readonly strangersPercent: number
  /** 100 × (1 − B-cubed recall), after merges. */
  readonly missingPercent: number
}

/** As `npm run bench -- clustering` printed it; `docs/stories.md` has the intervals and the plain pass beside it. */
export const MEASURED_STORY_ERRORS: readonly MeasuredStoryErrors[] = [
  { stream: 'AI news, four days, three languages', strangersPercent: 13.6, missingPercent: 16.3 },
  { stream: 'headlines in nine languages, a month', strangersPercent: 26, missingPercent: 42.3 },
  { stream: 'their English part', strangersPercent: 27, missingPercent: 26 },
  { stream: 'headlines of 40 broad business stories', strangersPercent: 6.3, missingPercent: 35.8 },
  { stream: 'look-alike events, two of each sort', strangersPercent: 26.7, missingPercent: 3.5 },
]
