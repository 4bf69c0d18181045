import { HOUR_MS, type Instant, isoInstant } from '../lib/instant.ts'

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

/**
 * Compares the machine's clock with the database and describes it.
 *
 * @param storedAt when something was last stored; undefined for a new database
 * @throws ClockBehindError if the clock is more than an hour behind
 */
export function clockWords(now: Instant, storedAt: Instant | undefined): string {
  if (storedAt !== undefined && storedAt - now > MOST_BEHIND_MS) throw new ClockBehindError(now, storedAt)
  return `${isoInstant(now)}, after all that is stored`
}
