import { briefDate } from '../../brief/brief-window.ts'
import type { DayEdition } from '../../delivery/day-edition.ts'
import type { Instant } from '../../lib/instant.ts'
import { mapInTurns } from '../../lib/turn.ts'
import type { SiteDeps } from '../deps.ts'

/** A kept edition in a line. */
export interface ArchivedDay {
  /** `2026-11-22`, where the site is. */
  readonly date: string
  readonly from: Instant
  /** Stories of the day, listed or not. */
  readonly total: number
  /** What led it. */
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
 * The editions of a month. A day has one once it is over.
 *
 * @param month `2026-11`; undefined for this one
 * @returns undefined for what is no month
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
