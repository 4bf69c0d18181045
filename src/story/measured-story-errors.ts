/** How often the clusterer errs on a stream whose stories people have marked. */
export interface MeasuredStoryErrors {
  readonly stream: string
  /** 100 × (1 − B-cubed precision), after merges. */
  readonly strangersPercent: number
  /** 100 × (1 − B-cubed recall), after merges. */
  readonly missingPercent: number
}

/** As `npx tsx bench/story/report.ts` wrote it; `docs/stories.md`, written with it, has the intervals and the plain pass beside it. */
export const MEASURED_STORY_ERRORS: readonly MeasuredStoryErrors[] = [
  { stream: 'AI news, four days, three languages', strangersPercent: 13.6, missingPercent: 15.1 },
  { stream: 'headlines in nine languages, a month', strangersPercent: 21.4, missingPercent: 41.3 },
  { stream: 'their English part', strangersPercent: 18.6, missingPercent: 26.4 },
  { stream: 'headlines of 40 broad business stories', strangersPercent: 5.3, missingPercent: 35 },
  { stream: 'look-alike events, two of each sort', strangersPercent: 15, missingPercent: 4.3 },
]
