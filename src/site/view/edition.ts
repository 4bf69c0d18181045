import { type DayEdition, dayEdition } from '../../delivery/day-edition.ts'
import { isReadThrough } from '../../delivery/read-through.ts'
import type { SiteDeps } from '../deps.ts'

/**
 * Returns the edition of a day. It is stored once the day is over and the feeds have been read.
 *
 * @returns undefined for an invalid date or a future day
 */
export async function editionOf(
  { store, settings, now }: Pick<SiteDeps, 'store' | 'settings' | 'now'>,
  date: string,
): Promise<DayEdition | undefined> {
  const { timeZone, weights, editionsFrom = 0 } = settings
  const at = now()
  const isKept = at >= editionsFrom && (await isReadThrough(store, at))
  return dayEdition({ store, timeZone, weights, isKept }, date, at)
}
