import {
  type CappedStory,
  capDiversity,
  DEFAULT_CAPS,
  type DiversityCap,
  type DiversityCaps,
} from '../rank/diversity.ts'
import type { Coverage } from '../story/types.ts'
import type { BriefWindow } from './brief-window.ts'

/** What a brief must know of a story; a story as stored has it all. */
export interface BriefStory extends CappedStory {
  readonly id: number
  readonly score: number
  readonly coverage: Pick<Coverage, 'independent' | 'firstPublishedAt' | 'lastReportAt'>
}

export interface BriefOptions {
  /** Stories reported on within it. */
  readonly window: BriefWindow
  /** Least score. */
  readonly bar?: number
  readonly caps?: DiversityCaps
  /** Most stories with their summary; the next ones are listed under "also". */
  readonly limit?: number
  /** Most stories under "also". */
  readonly alsoLimit?: number
}

/** The dated, ordered edition of a period. */
export interface Brief<S extends BriefStory> {
  readonly window: BriefWindow
  readonly stories: readonly { readonly story: S; readonly movedBy?: DiversityCap }[]
  /** Ranked below those shown, still over the bar. */
  readonly also: readonly S[]
  /** Over the bar in all; more than is listed on a full day. */
  readonly total: number
}

/**
 * Least score for a brief. Half a day old, one newsroom's report of no special kind has 38, an op-ed of such a paper 32,
 * a rumour without any report 17.
 */
const DEFAULT_BAR = 35
const DEFAULT_LIMIT = 12
/** A day with fewer stories is called quiet; nothing is added to fill it. */
export const QUIET_BELOW = 5
const DEFAULT_ALSO_LIMIT = 20

/**
 * Chooses and orders the stories of a brief. A quiet day gives few or none: nothing is padded.
 * Equal scores: more independent owners first, then the newer report, then the lower id; input order changes nothing.
 */
export function selectStories<S extends BriefStory>(stories: readonly S[], options: BriefOptions): Brief<S> {
  const { window, bar = DEFAULT_BAR, caps = DEFAULT_CAPS } = options
  const eligible = stories
    .filter(
      ({ score, coverage }) =>
        score >= bar && coverage.firstPublishedAt < window.to && coverage.lastReportAt >= window.from,
    )
    .sort(byRank)
  const limit = options.limit ?? DEFAULT_LIMIT
  const ordered = capDiversity(eligible, caps)
  return {
    window,
    stories: ordered.slice(0, limit),
    also: ordered.slice(limit, limit + (options.alsoLimit ?? DEFAULT_ALSO_LIMIT)).map(({ story }) => story),
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
