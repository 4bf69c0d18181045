import { type CappedStory, capDiversity, type DiversityCap } from '../rank/diversity.ts'
import type { Coverage } from '../story/types.ts'
import type { BriefWindow } from './brief-window.ts'

/** The fields of a story that selection needs; a stored story has them all. */
export interface BriefStory extends CappedStory {
  readonly id: number
  readonly score: number
  readonly coverage: Pick<Coverage, 'independent' | 'firstPublishedAt' | 'lastReportAt'>
}

/** The ordered selection of stories of a period. */
export interface Brief<S extends BriefStory> {
  readonly window: BriefWindow
  readonly stories: readonly {
    readonly story: S
    readonly movedBy?: DiversityCap
    /** Place from 1; set only if stories before it are hidden from a reader. */
    readonly place?: number
  }[]
  /** Stories ranked below `stories`, but above the threshold. */
  readonly also: readonly S[]
  /** Number of stories above the threshold; on a full day more than are listed. */
  readonly total: number
}

/**
 * Minimum score for a brief. For comparison, at half a day old: one newsroom's report of no special kind has 38, an op-ed of
 * such a paper 32, a rumour without any report 17.
 */
const LEAST_SCORE = 35
/** Stories shown with their summary; the next ones are listed under "also". */
const MOST_STORIES = 12
/** A day with fewer stories is called quiet; nothing is added as filler. */
export const QUIET_BELOW = 5
const MOST_ALSO = 20

/**
 * Selects and orders the stories of a brief: those above the threshold, few or none on a quiet day. Ties in score go to more
 * independent owners, then the newer report, then the lower id, so the input order does not matter.
 *
 * @param window a story is eligible if the time from its first publication to its last report overlaps it
 */
export function selectStories<S extends BriefStory>(stories: readonly S[], window: BriefWindow): Brief<S> {
  const eligible = stories
    .filter(
      ({ score, coverage }) =>
        score >= LEAST_SCORE && coverage.firstPublishedAt < window.to && coverage.lastReportAt >= window.from,
    )
    .sort(byRank)
  const ordered = capDiversity(eligible)
  return {
    window,
    stories: ordered.slice(0, MOST_STORIES),
    also: ordered.slice(MOST_STORIES, MOST_STORIES + MOST_ALSO).map(({ story }) => story),
    total: eligible.length,
  }
}

/** Compares stories for `sort`, best first; a total order. */
export function byRank(a: BriefStory, b: BriefStory): number {
  return (
    b.score - a.score ||
    b.coverage.independent - a.coverage.independent ||
    b.coverage.lastReportAt - a.coverage.lastReportAt ||
    a.id - b.id
  )
}
