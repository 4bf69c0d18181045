import type { Anchors } from '../types.ts'

/**
 * Returns the worth of a quantity between the fixed anchors: 1 at `best` and beyond, 0 at `worst` and beyond.
 *
 * @returns in [0, 1]; on a log scale values below the lower anchor, even 0, count as that anchor, so never NaN
 */
export function worthOf(value: number, anchors: Anchors): number {
  return worthBetween(anchors)(value)
}

/** @returns `worthOf` for fixed anchors, faster for many values */
export function worthBetween({ best, worst, scale }: Anchors): (value: number) => number {
  if (scale === 'linear') {
    const perUnit = 1 / (best - worst)
    return (value) => clamp((value - worst) * perUnit)
  }
  const least = Math.min(best, worst)
  const perLog = 1 / Math.log(best / worst)
  return (value) => clamp(Math.log((value > least ? value : least) / worst) * perLog)
}

/** Returns the worth of a round trip under a hard bound: 1 up to half the bound, 0.5 at it, 0 from one and a half times it. */
export function worthUnderBound(ms: number, boundMs: number): number {
  return clamp(1.5 - ms / boundMs)
}

function clamp(value: number): number {
  return value < 0 ? 0 : value > 1 ? 1 : value
}
