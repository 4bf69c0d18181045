import { BriefDateError, type BriefWindow, briefDate, briefWindow } from '../../brief/brief-window.ts'
import { type Brief, selectStories } from '../../brief/select.ts'
import { DAY_MS, type Instant } from '../../lib/instant.ts'
import { parseWeights } from '../../rank/weights.ts'
import type { StoryRecord } from '../../store/types.ts'
import type { SiteDeps } from '../deps.ts'
import { rankWith } from './rank-again.ts'

/** Stories looked at for one edition; a day has about 1,200, and those below never come in. */
const MOST_READ = 500
/** Days after its day in which a story's newest item may have come; older ones were then still open. */
const STILL_OPEN_DAYS = 4

export interface BriefView {
  readonly page: 'brief'
  /** `2026-11-22`, where the site is. */
  readonly date: string
  readonly brief: Brief<StoryRecord>
  readonly dayBefore: string
  /** Undefined for today. */
  readonly dayAfter?: string
}

export interface BriefDeps extends Pick<SiteDeps, 'store'> {
  readonly settings: Pick<SiteDeps['settings'], 'timeZone' | 'weights'>
}

/**
 * The dated edition, ranked as at the end of its day (today: now), so that a past day does not fade.
 *
 * @returns undefined for what is no day, or one to come
 */
export async function briefView(
  { store, settings }: BriefDeps,
  date: string,
  now: Instant,
): Promise<BriefView | undefined> {
  const window = windowOf(date, settings.timeZone)
  if (!window || window.from > now) return undefined
  const { stories } = await store.listStories({
    state: 'published',
    since: window.from,
    until: window.to + STILL_OPEN_DAYS * DAY_MS,
    order: 'score',
    limit: MOST_READ,
  })
  const asOf = Math.min(now, window.to)
  const ranked = rankWith(parseWeights(settings.weights ?? ''), stories, asOf)
  const isToday = window.to > now
  return {
    page: 'brief',
    date,
    brief: selectStories(ranked, { window }),
    dayBefore: briefDate(window.from - 1, settings.timeZone),
    dayAfter: isToday ? undefined : briefDate(window.to, settings.timeZone),
  }
}

function windowOf(date: string, timeZone: string): BriefWindow | undefined {
  try {
    return briefWindow(date, timeZone)
  } catch (error) {
    if (error instanceof BriefDateError) return undefined
    throw error
  }
}
