/** How often the clusterer errs on a stream whose stories people have marked. */
export interface MeasuredStoryErrors {
  readonly stream: string
  /** 100 × (1 − B-cubed precision), after merges. */
  readonly strangersPercent: number
  /** 100 × (1 − B-cubed recall), after merges. */
  readonly missingPercent: number
}

/** Written by `npx tsx bench/story/report.ts`; `docs/stories.md`, written with it, also has the intervals and the plain pass. */
export const MEASURED_STORY_ERRORS: readonly MeasuredStoryErrors[] = [
  { stream: 'AI news, four days, three languages', strangersPercent: 14.8, missingPercent: 8 },
  { stream: 'headlines in nine languages, a month', strangersPercent: 20.4, missingPercent: 38.2 },
  { stream: 'their English part', strangersPercent: 16.8, missingPercent: 26 },
  { stream: 'headlines of 40 broad business stories', strangersPercent: 10.9, missingPercent: 22.1 },
  { stream: 'look-alike events, two of each sort', strangersPercent: 14.9, missingPercent: 2.9 },
]
