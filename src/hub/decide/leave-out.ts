import type { Without } from '../atlas-types.ts'
import type { Needs } from './needs.ts'
import type { LeftOut } from './types.ts'

/** Returns who is first with changed needs or without some data; a hub excluded by what is left out may come back in. */
export type LookAgain = (change: Partial<Needs>, without: Without) => string | undefined

/** Compares the leader with who is first when something is left out. */
export function leftOut(what: string, leader: string | undefined, look: () => string | undefined): LeftOut {
  const other = look()
  return { what, leader: other, changes: other !== leader }
}

/** Leaves out each criterion in turn; the other weights keep their proportions. */
export function leftOutCriteria(
  needs: Needs,
  leader: string | undefined,
  look: LookAgain,
  without: Without,
): LeftOut[] {
  if (needs.criteria.length < 2 || leader === undefined) return []
  return needs.criteria.map(({ id, weight }) => {
    const criteria = needs.criteria
      .filter((each) => each.id !== id)
      .map((each) => ({ ...each, weight: each.weight / (1 - weight) }))
    return leftOut(id, leader, () => look({ criteria }, without))
  })
}

/** Leaves out each source in turn. */
export function leftOutSources(
  sources: readonly string[],
  leader: string | undefined,
  look: LookAgain,
  needs: Needs,
): LeftOut[] {
  return sources.map((source) => leftOut(source, leader, () => look({}, { methods: needs.without, source })))
}
