import { type CappedStory, capDiversity, type DiversityCap } from '../rank/diversity.ts'
import type { Coverage } from '../story/types.ts'
import type { BriefWindow } from './brief-window.ts'

/** What a brief must know of a story; a story as stored has it all. */
export interface BriefStory extends CappedStory {
  readonly id: number
  readonly score: number
  readonly coverage: Pick<Coverage, 'independent' | 'firstPublishedAt' | 'lastReportAt'>
}

/** The dated, ordered edition of a period. */
export interface Brief<S extends BriefStory> {
  readonly window: BriefWindow
  readonly stories: readonly {
    readonly story: S
    readonly movedBy?: DiversityCap
    /** From 1, where stories before it are left out for a reader. */
    readonly place?: number
  }[]
  /** Ranked below those shown, still over the bar. */
  readonly also: readonly S[]
  /** Over the bar in all; more than is listed on a full day. */
  readonly total: number
}

/**
 * Least score for a brief. Half a day old, one newsroom's report of no special kind has 38, an op-ed of such a paper 32,
 * a rumour without any report 17.
 */
const LEAST_SCORE = 35
/** Stories with their summary; the next ones are listed under "also". */
const MOST_STORIES = 12
/** A day with fewer stories is called quiet; nothing is added to fill it. */
export const QUIET_BELOW = 5
const MOST_ALSO = 20

/**
 * Chooses and orders the stories of a brief. A quiet day gives few or none: nothing is padded.
 * Equal scores: more independent owners first, then the newer report, then the lower id; input order changes nothing.
 *
 * @param window stories reported on within it are chosen
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

/** For `sort`: best first, and a total order. */
export function byRank(a: BriefStory, b: BriefStory): number {
  return (
    b.score - a.score ||
    b.coverage.independent - a.coverage.independent ||
    b.coverage.lastReportAt - a.coverage.lastReportAt ||
    a.id - b.id
  )
}
