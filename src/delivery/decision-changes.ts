import type { Atlas } from '../hub/atlas-types.ts'
import type { Needs } from '../hub/decide/needs.ts'
import { supposable, type WhatIf, whatIfs } from '../hub/decide/what-if.ts'
import type { ToldEvidence } from '../hub/evidence/same-said.ts'
import { endTurnIfLong } from '../lib/turn.ts'
import type { Store } from '../store/types.ts'

/** Newest evidence lines examined per decision. */
const MOST_LINES = 400

/** Changes of a decision that recent stories suggest. */
export interface DecisionChanges {
  /** Evidence on the facets that the decision rests on, newest first. */
  readonly lines: readonly ToldEvidence[]
  readonly changes: readonly WhatIf[]
}

/** Reads what stories say about the hubs compared by a decision, and computes what of it would change the answer. */
export async function decisionChanges(
  needs: Needs,
  { store, atlas }: { readonly store: Pick<Store, 'evidence'>; readonly atlas: Atlas },
): Promise<DecisionChanges> {
  const hubs = needs.hubs ?? atlas.hubs.filter(({ isRegion }) => !isRegion).map(({ id }) => id)
  const facets = [...new Set(supposable(needs, atlas).map(({ facet }) => facet))]
  const lines = await store.evidence.ofHubs({ hubs, facets, limit: MOST_LINES })
  // `whatIfs` is the longer half of the work.
  await endTurnIfLong()
  return { lines, changes: whatIfs(lines, needs, atlas) }
}
