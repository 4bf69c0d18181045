import { HOUR_MS, type Instant, isoInstant } from '../lib/instant.ts'

/** Machines that share a database differ by seconds. */
const MOST_BEHIND_MS = HOUR_MS

/** What was stored is of a later time than the clock of the machine. */
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
 * What there is to say of the machine's clock.
 *
 * @param storedAt when something was last stored; undefined in a new database
 * @throws ClockBehindError
 */
export function clockWords(now: Instant, storedAt: Instant | undefined): string {
  if (storedAt !== undefined && storedAt - now > MOST_BEHIND_MS) throw new ClockBehindError(now, storedAt)
  return `${isoInstant(now)}, after all that is stored`
}
