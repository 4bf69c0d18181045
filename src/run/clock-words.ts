import { HOUR_MS, type Instant, isoInstant } from '../lib/instant.ts'
import type { Store } from '../store/types.ts'

/** Tolerance: the clocks of machines that share a database may differ by seconds. */
const MOST_BEHIND_MS = HOUR_MS

/** Something in the database was stored later than the machine's clock says that it is. */
export class ClockBehindError extends Error {
  override readonly name = 'ClockBehindError'

  constructor(
    readonly now: Instant,
    readonly storedAt: Instant,
  ) {
    super(
      `the machine says that it is ${isoInstant(now)}, and something was stored at ${isoInstant(storedAt)}: its clock is behind, or was ahead then. ` +
        'Until it is set, feeds that were read wait, and ages are wrong',
    )
  }
}

/** Returns what is wrong with the machine's clock: it is more than an hour behind what is stored; undefined if nothing is. */
export function clockFault(now: Instant, storedAt: Instant | undefined): ClockBehindError | undefined {
  return storedAt !== undefined && storedAt - now > MOST_BEHIND_MS ? new ClockBehindError(now, storedAt) : undefined
}

/**
 * Compares the machine's clock with the database and describes it.
 *
 * @param storedAt when something was last stored; undefined for a new database
 * @throws ClockBehindError if the clock is more than an hour behind
 */
export function clockWords(now: Instant, storedAt: Instant | undefined): string {
  const fault = clockFault(now, storedAt)
  if (fault) throw fault
  return `${isoInstant(now)}, after all that is stored`
}

/** Returns when something was last stored; undefined for a new database. */
export async function lastStoredAt(store: Store): Promise<Instant | undefined> {
  const [newest] = await store.events({ limit: 1, newestFirst: true })
  const stored = [newest?.at, await store.lastPollAt()].filter((at) => at !== undefined)
  return stored.length === 0 ? undefined : Math.max(...stored)
}
