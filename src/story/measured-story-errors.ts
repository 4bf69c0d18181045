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
  { stream: 'AI news, four days, three languages', strangersPercent: 14.8, missingPercent: 8.3 },
  { stream: 'headlines in nine languages, a month', strangersPercent: 21.4, missingPercent: 38.6 },
  { stream: 'their English part', strangersPercent: 18.2, missingPercent: 25.9 },
  { stream: 'headlines of 40 broad business stories', strangersPercent: 11.2, missingPercent: 21.3 },
  { stream: 'look-alike events, two of each sort', strangersPercent: 14.9, missingPercent: 2.9 },
]
