import type { Atlas, Without } from '../atlas-types.ts'
import type { DecisionRules, Hub } from '../types.ts'
import { marketTrips } from './cells.ts'
import type { Needs } from './needs.ts'
import type { Exclusion } from './types.ts'

/** A limit on a hub's value, and the interval of that value. */
export interface Limit {
  readonly rule: 'round-trip' | 'power' | 'carbon' | 'price'
  readonly market?: string
  readonly limit: number
  /** `below`: the value must be at most the limit; `above`: at least. */
  readonly keeps: 'below' | 'above'
  readonly lo: number
  readonly mode: number
  readonly hi: number
  /** Reference ids of the values. */
  readonly sources: readonly string[]
}

/** Which constraints apply: a place that only trains needs power, one that only serves must be near its markets. */
export type Role = 'both' | 'train' | 'serve'

/** Returns the least level on the power rubric for the megawatts needed; 0 for no requirement. */
export function powerLevelNeeded(
  { powerMW, trainingShare }: Pick<Needs, 'powerMW' | 'trainingShare'>,
  { freeMW, largeMW, heavyTraining, levelAboveFree, levelAboveLarge }: DecisionRules['power'],
): number {
  const isMore = powerMW === undefined ? trainingShare >= heavyTraining : powerMW > freeMW
  if (!isMore) return 0
  return powerMW !== undefined && powerMW > largeMW ? levelAboveLarge : levelAboveFree
}

/** @returns exclusions by law or location, independent of the hub's observations */
function legalExclusions(hub: Hub, needs: Needs, atlas: Atlas, role: Role): Exclusion[] {
  if (hub.isRegion) return [{ rule: 'region' }]
  const law = atlas.area(hub.jurisdiction!)!
  const exclusions: Exclusion[] = []
  const { residency, operator, accelerators } = needs
  if (residency.length > 0 && !residency.some((id) => id === law.id || id === hub.id || hub.parents.includes(id)))
    exclusions.push({ rule: 'residency' })
  // Training offers no service to the public: capacity can be rented from a licensed operator.
  if (law.needsLocalEntity && !operator.mainlandEntity && role !== 'train') exclusions.push({ rule: 'local-entity' })
  if (accelerators === 'unrestricted-us') {
    if (law.needsUsChipLicence) exclusions.push({ rule: 'chip-licence' })
    else if (atlas.area(operator.parentCountry ?? '')?.needsUsChipLicence)
      exclusions.push({ rule: 'parent-chip-licence' })
  }
  return exclusions
}

interface AskedLimit extends Pick<Limit, 'limit' | 'keeps'> {
  /** Also the id of the indicator. */
  readonly rule: 'power' | 'carbon' | 'price'
}

function askedLimits(needs: Needs, atlas: Atlas): readonly AskedLimit[] {
  const { carbonCapGPerKWh: carbon, maxUsdPerKWh: price } = needs
  const level = powerLevelNeeded(needs, atlas.decision.power)
  return [
    ...(level > 0 ? [{ rule: 'power', limit: level, keeps: 'above' } as const] : []),
    ...(carbon === undefined ? [] : [{ rule: 'carbon', limit: carbon, keeps: 'below' } as const]),
    ...(price === undefined ? [] : [{ rule: 'price', limit: price, keeps: 'below' } as const]),
  ]
}

/** @returns limits that cannot be checked because the hub has no datum for them, or none of a method that counts */
export function uncheckedLimits(
  hub: Hub,
  needs: Needs,
  atlas: Atlas,
  without: Without,
): readonly Pick<Limit, 'rule' | 'market' | 'limit'>[] {
  const trips = marketTrips(hub, needs, atlas, without).flatMap(({ market, boundMs, method }) =>
    boundMs !== undefined && without.methods?.includes(method)
      ? [{ rule: 'round-trip' as const, market, limit: boundMs }]
      : [],
  )
  return [...askedLimits(needs, atlas).filter(({ rule }) => !atlas.reading(hub.id, rule, without)), ...trips]
}

/** Returns the limits on a hub's quantities that have a datum; those without are in `uncheckedLimits`. */
export function limitsOf(hub: Hub, needs: Needs, atlas: Atlas, role: Role, without: Without): Limit[] {
  const limits: Limit[] = []
  if (role !== 'serve') {
    for (const asked of askedLimits(needs, atlas)) {
      const reading = atlas.reading(hub.id, asked.rule, without)
      if (!reading) continue
      const { observation, lo, hi, others } = reading
      const sources = [observation, ...others].map(({ source }) => source)
      limits.push({ ...asked, lo, mode: observation.value, hi, sources })
    }
  }
  if (role !== 'train') {
    for (const { market, boundMs, lo, ms, hi, rows, method } of marketTrips(hub, needs, atlas, without)) {
      const sources = rows.map(({ source }) => source)
      if (boundMs !== undefined && !without.methods?.includes(method))
        limits.push({ rule: 'round-trip', market, limit: boundMs, keeps: 'below', lo, mode: ms, hi, sources })
    }
  }
  return limits
}

/** Tells whether even the best value of the interval violates the limit. */
function isBroken({ keeps, lo, hi, limit }: Limit): boolean {
  return keeps === 'below' ? lo > limit : hi < limit
}

/** Tells whether the interval lies on both sides of the limit. */
export function isOpen({ keeps, lo, hi, limit }: Limit): boolean {
  return keeps === 'below' ? lo <= limit && hi > limit : hi >= limit && lo < limit
}

/** Returns the share of the triangular distribution within the limit, in closed form. */
export function chanceOf({ keeps, lo, mode, hi, limit }: Limit): number {
  const below = triangularBelow(lo, mode, hi, limit)
  return keeps === 'below' ? below : 1 - below
}

function triangularBelow(lo: number, mode: number, hi: number, x: number): number {
  if (x >= hi) return 1
  if (x <= lo) return 0
  return x <= mode ? (x - lo) ** 2 / ((hi - lo) * (mode - lo)) : 1 - (hi - x) ** 2 / ((hi - lo) * (hi - mode))
}

/** @returns every rule that the hub breaks; empty if it can be chosen */
export function exclusionsOf(
  hub: Hub,
  needs: Needs,
  atlas: Atlas,
  role: Role = 'both',
  without: Without = {},
): Exclusion[] {
  const legal = legalExclusions(hub, needs, atlas, role)
  if (hub.isRegion) return legal
  const broken = limitsOf(hub, needs, atlas, role, without).filter(isBroken)
  return [
    ...legal,
    ...broken.map(({ rule, market, limit, keeps, lo, hi }) => ({
      rule,
      market,
      limit,
      best: keeps === 'below' ? lo : hi,
    })),
  ]
}
