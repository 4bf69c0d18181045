import type { Atlas } from '../hub/atlas-types.ts'
import type { Needs } from '../hub/decide/needs.ts'
import { supposable, type WhatIf, whatIfs } from '../hub/decide/what-if.ts'
import type { ToldEvidence } from '../hub/evidence/same-said.ts'
import { endTurnIfLong } from '../lib/turn.ts'
import type { Store } from '../store/types.ts'

/** Newest lines that are looked at for one decision. */
const MOST_LINES = 400

/** What stories would change of a decision. */
export interface DecisionChanges {
  /** Lines on what it rests on, newest first. */
  readonly lines: readonly ToldEvidence[]
  readonly changes: readonly WhatIf[]
}

/** Looks through what stories say of the hubs that a decision is between, and works out what of it would change the answer. */
export async function decisionChanges(
  needs: Needs,
  { store, atlas }: { readonly store: Pick<Store, 'evidence'>; readonly atlas: Atlas },
): Promise<DecisionChanges> {
  const hubs = needs.hubs ?? atlas.hubs.filter(({ isRegion }) => !isRegion).map(({ id }) => id)
  const facets = [...new Set(supposable(needs, atlas).map(({ facet }) => facet))]
  const lines = await store.evidence.ofHubs({ hubs, facets, limit: MOST_LINES })
  // The longer half of an answer.
  await endTurnIfLong()
  return { lines, changes: whatIfs(lines, needs, atlas) }
}
