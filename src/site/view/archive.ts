import { briefDate } from '../../brief/brief-window.ts'
import type { DayEdition } from '../../delivery/day-edition.ts'
import type { Instant } from '../../lib/instant.ts'
import { mapInTurns } from '../../lib/turn.ts'
import type { SiteDeps } from '../deps.ts'

/** One stored edition, as the archive lists it. */
export interface ArchivedDay {
  /** `2026-11-22`, in the site's time zone. */
  readonly date: string
  readonly from: Instant
  /** Number of stories of the day, including those that the edition does not list. */
  readonly total: number
  /** Headline of the edition's first story. */
  readonly lead?: { readonly text: string; readonly language: string }
}

export interface ArchiveView {
  readonly page: 'archive'
  /** `2026-11`. */
  readonly month: string
  /** Newest first. */
  readonly days: readonly ArchivedDay[]
  readonly before?: string
  readonly after?: string
}

/**
 * Lists the editions of a month. Only a day that is over has one.
 *
 * @param month `2026-11`; default: the current month
 * @returns undefined if `month` is not a valid month
 */
export async function archiveView(
  { store, settings, now }: Pick<SiteDeps, 'store' | 'settings' | 'now'>,
  month = briefDate(now(), settings.timeZone).slice(0, 7),
): Promise<ArchiveView | undefined> {
  if (!/^\d{4}-(?:0[1-9]|1[0-2])$/.test(month)) return undefined
  const { timeZone } = settings
  const [kept, { before, after }] = await Promise.all([
    store.editions.ofMonth(timeZone, month),
    store.editions.monthsBeside(timeZone, month),
  ])
  const days = await mapInTurns(kept, ({ date, content }): ArchivedDay => {
    const { window, total, stories } = JSON.parse(content) as DayEdition
    const headline = stories[0]?.story.headline
    return { date, from: window.from, total, lead: headline && { text: headline.text, language: headline.language } }
  })
  return { page: 'archive', month, days, before, after }
}
