import type { Without } from '../atlas-types.ts'
import type { Needs } from './needs.ts'
import type { LeftOut } from './types.ts'

/** Who is first, with other needs or without some data; hubs that are kept out by what is left out may come in. */
export type LookAgain = (change: Partial<Needs>, without: Without) => string | undefined

/** Who is first when something is left out. */
export function leftOut(what: string, leader: string | undefined, look: () => string | undefined): LeftOut {
  const other = look()
  return { what, leader: other, changes: other !== leader }
}

/** Without each criterion, the others keeping their proportions. */
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

/** Without each of the sources. */
export function leftOutSources(
  sources: readonly string[],
  leader: string | undefined,
  look: LookAgain,
  needs: Needs,
): LeftOut[] {
  return sources.map((source) => leftOut(source, leader, () => look({}, { methods: needs.without, source })))
}
