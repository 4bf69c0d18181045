import { type DayEdition, dayEdition } from '../../delivery/day-edition.ts'
import { isReadThrough } from '../../delivery/read-through.ts'
import type { SiteDeps } from '../deps.ts'

/**
 * The edition of a day as the site shows it; kept once all of its day was read.
 *
 * @returns undefined for what is no day, or one to come
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
