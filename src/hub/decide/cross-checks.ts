import type { Scored } from './flips.ts'

/** Difference in worth from which PROMETHEE's preference is full; below it the preference is linear. */
const FULL_PREFERENCE = 0.25

/**
 * Ranks by TOPSIS (Hwang and Yoon 1981): relative closeness to the ideal. It uses worths between the fixed anchors, so that
 * adding or removing a hub cannot reverse ranks by rescaling.
 *
 * @returns the hub that comes first; undefined without hubs
 */
export function topsisLeader(hubs: readonly Scored[], weights: readonly number[]): string | undefined {
  return best(hubs, ({ scales }) => {
    const distance = (ideal: number) => Math.hypot(...scales.map((scale, index) => weights[index]! * (scale - ideal)))
    const [toBest, toWorst] = [distance(1), distance(0)]
    return toWorst / (toBest + toWorst)
  })
}

/** Returns the hub with the greatest net flow by PROMETHEE II (Brans and Vincke 1985) with linear preference; undefined without hubs. */
export function prometheeLeader(hubs: readonly Scored[], weights: readonly number[]): string | undefined {
  return best(hubs, (own) => {
    let net = 0
    for (const other of hubs) {
      for (const [index, weight] of weights.entries()) {
        const difference = own.scales[index]! - other.scales[index]!
        net += weight * Math.max(-1, Math.min(1, difference / FULL_PREFERENCE))
      }
    }
    return net
  })
}

function best(hubs: readonly Scored[], mark: (hub: Scored) => number): string | undefined {
  let leader: { readonly hub: string; readonly mark: number } | undefined
  for (const each of hubs) {
    const own = mark(each)
    if (!leader || own > leader.mark) leader = { hub: each.hub, mark: own }
  }
  return leader?.hub
}
