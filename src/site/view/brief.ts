import { briefDate } from '../../brief/brief-window.ts'
import type { DayEdition } from '../../delivery/day-edition.ts'
import type { SiteDeps } from '../deps.ts'
import type { ListWords } from '../hidden/hiding.ts'
import { editionOf } from './edition.ts'

export interface BriefView extends ListWords {
  readonly page: 'brief'
  /** `2026-11-22`, in the site's time zone. */
  readonly date: string
  readonly brief: DayEdition
  readonly dayBefore: string
  /** Undefined for today. */
  readonly dayAfter?: string
}

/** @returns undefined for an invalid date or a future day */
export async function briefView(
  deps: Pick<SiteDeps, 'store' | 'settings' | 'now'>,
  date: string,
): Promise<BriefView | undefined> {
  const { timeZone } = deps.settings
  const brief = await editionOf(deps, date)
  if (!brief) return undefined
  const { from, to } = brief.window
  return {
    page: 'brief',
    date,
    brief,
    dayBefore: briefDate(from - 1, timeZone),
    dayAfter: to > deps.now() ? undefined : briefDate(to, timeZone),
  }
}
