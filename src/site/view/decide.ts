import { decisionChanges } from '../../delivery/decision-changes.ts'
import { decide } from '../../hub/decide/decide.ts'
import { type Needs, NeedsError, readNeeds } from '../../hub/decide/needs.ts'
import type { NeedsProblem } from '../../hub/decide/needs-problems.ts'
import type { Decision } from '../../hub/decide/types.ts'
import type { WhatIf } from '../../hub/decide/what-if.ts'
import { gatherEvidence, type ToldEvidence } from '../../hub/evidence/same-said.ts'
import { endTurnIfLong } from '../../lib/turn.ts'
import type { SiteDeps } from '../deps.ts'
import type { UiLanguage } from '../messages.ts'
import type { NeedsFields } from '../needs-query.ts'

/** Maximum number of stories linked from one sentence of an explanation. */
const STORIES_A_SENTENCE = 3
/** Maximum number of evidence lines read for one facet, newest first. */
const LINES_READ = 40

export interface DecideView {
  readonly page: 'decide'
  /** Undefined if no needs were given or they are invalid. */
  readonly decision?: Decision
  /** By sentence index: the newest lines of evidence, including one that speaks against the hub if there is any. */
  readonly stories: Readonly<Record<number, readonly ToldEvidence[]>>
  /** Values told in stories that would change which hub is first if they held; empty without a decision. */
  readonly changes: readonly WhatIf[]
  readonly problems: readonly NeedsProblem[]
  /** The invalid input, by field, for the form to show again. */
  readonly written?: NeedsFields
}

/** Decides between hubs by a reader's needs. Problems with the needs are part of the view. */
export async function decideView(deps: SiteDeps, asked: unknown, language: UiLanguage): Promise<DecideView> {
  if (asked === undefined) return { page: 'decide', stories: {}, changes: [], problems: [] }
  let needs: Needs
  try {
    needs = readNeeds(asked, deps.atlas)
  } catch (error) {
    if (!(error instanceof NeedsError)) throw error
    return { page: 'decide', stories: {}, changes: [], problems: error.problems }
  }
  // One event-loop turn per decision: forty requested at once made every page wait for all of them.
  await endTurnIfLong()
  const decision = decide(needs, deps.atlas, { language })
  const stories: Record<number, readonly ToldEvidence[]> = {}
  for (const [index, { hub, facets }] of decision.sentences.entries()) {
    if (!hub || facets.length === 0) continue
    const found = withDissent(await evidenceOf(deps, hub, facets, language))
    if (found.length > 0) stories[index] = found
  }
  const { changes } = await decisionChanges(needs, deps)
  return { page: 'decide', decision, stories, changes, problems: [] }
}

/** Returns evidence on any of the facets, newest first, without repeated statements. */
async function evidenceOf({ store }: SiteDeps, hub: string, facets: readonly string[], language: string) {
  const lists = await Promise.all(facets.map((facet) => store.evidence.ofHub({ hub, facet, limit: LINES_READ })))
  const newestFirst = lists.flat().sort((a, b) => b.at - a.at)
  return gatherEvidence(newestFirst, language).map(({ lead }) => lead)
}

/** Picks the newest line of each of the newest stories. If none of them speaks against the hub, the newest that does takes the last place. */
export function withDissent(newestFirst: readonly ToldEvidence[]): readonly ToldEvidence[] {
  const byStory = new Map<number, ToldEvidence>()
  for (const line of newestFirst) if (!byStory.has(line.storyId)) byStory.set(line.storyId, line)
  const newest = [...byStory.values()].slice(0, STORIES_A_SENTENCE)
  if (newest.some(({ stance }) => stance === 'constraint')) return newest
  const against = newestFirst.find(({ stance }) => stance === 'constraint')
  if (!against) return newest
  return [...newest.filter(({ storyId }) => storyId !== against.storyId).slice(0, STORIES_A_SENTENCE - 1), against]
}
