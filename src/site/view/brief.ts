import { briefDate } from '../../brief/brief-window.ts'
import { type DayEdition, dayEdition } from '../../delivery/day-edition.ts'
import type { Instant } from '../../lib/instant.ts'
import type { SiteDeps } from '../deps.ts'

export interface BriefView {
  readonly page: 'brief'
  /** `2026-11-22`, where the site is. */
  readonly date: string
  readonly brief: DayEdition
  readonly dayBefore: string
  /** Undefined for today. */
  readonly dayAfter?: string
}

/** @returns undefined for what is no day, or one to come */
export async function briefView(
  { store, settings }: Pick<SiteDeps, 'store' | 'settings'>,
  date: string,
  now: Instant,
): Promise<BriefView | undefined> {
  const { timeZone, weights } = settings
  const brief = await dayEdition({ store, timeZone, weights, isKept: true }, date, now)
  if (!brief) return undefined
  const { from, to } = brief.window
  return {
    page: 'brief',
    date,
    brief,
    dayBefore: briefDate(from - 1, timeZone),
    dayAfter: to > now ? undefined : briefDate(to, timeZone),
  }
}
