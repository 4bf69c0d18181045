import { distanceKm, floorMs } from './great-circle.ts'
import type { Position } from './types.ts'

/** One measured pair of places, not yet checked. */
export interface MeasuredPair {
  readonly from: string
  readonly to: string
  readonly ms: number
}

export interface ImpossiblePair extends MeasuredPair {
  readonly floorMs: number
}

/** A table has round trips faster than light in fibre, probably because rows or columns were mixed up. */
export class ImpossibleRoundTripError extends Error {
  override readonly name = 'ImpossibleRoundTripError'

  constructor(
    readonly pairs: readonly ImpossiblePair[],
    readonly checked: number,
  ) {
    const named = pairs.map(
      ({ from, to, ms, floorMs: floor }) => `${from}–${to} ${ms} ms, floor ${floor.toFixed(1)} ms`,
    )
    super(`${pairs.length} of ${checked} round trips are faster than light in fibre: ${named.join('; ')}`)
  }
}

/**
 * Checks that no pair is faster than light in fibre along the great circle. One such pair invalidates the whole table,
 * because the mistake behind it may affect other rows too.
 *
 * @param positionOf returns undefined for an unknown place, whose pairs are not checked
 * @returns the number of pairs checked
 * @throws ImpossibleRoundTripError naming every impossible pair
 */
export function checkRoundTrips(
  pairs: readonly MeasuredPair[],
  positionOf: (id: string) => Position | undefined,
): number {
  const impossible: ImpossiblePair[] = []
  let checked = 0
  for (const pair of pairs) {
    const from = positionOf(pair.from)
    const to = positionOf(pair.to)
    if (!from || !to) continue
    checked++
    const floor = floorMs(distanceKm(from, to))
    if (pair.ms < floor) impossible.push({ ...pair, floorMs: floor })
  }
  if (impossible.length > 0) throw new ImpossibleRoundTripError(impossible, checked)
  return checked
}
