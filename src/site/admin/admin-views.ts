import { savedNeeds } from '../../delivery/decision-alerts.ts'
import { readSavedSearch } from '../../delivery/saved-search.ts'
import { SavedUnreadableError } from '../../delivery/saved-unreadable-error.ts'
import type { Atlas } from '../../hub/atlas-types.ts'
import { NeedsError } from '../../hub/decide/needs.ts'
import type { StoredAct, StoredReport } from '../../store/operator-types.ts'
import type { Delivery, DeliveryState, Saved } from '../../store/post-types.ts'
import type { StoryLookup } from '../../store/query-types.ts'
import type { StoryRecord } from '../../store/story-types.ts'
import type { Store } from '../../store/types.ts'
import type { SiteDeps } from '../deps.ts'
import { needsPath } from '../needs-query.ts'
import { paths } from '../paths.ts'
import { type CoverageEntry, coverageEntries } from '../view/story.ts'

/** Value of `act` in the address after an incomplete form. */
export const INCOMPLETE = 'incomplete'

/** Outcome of the last form. */
export type ActOutcome = StoredAct | typeof INCOMPLETE

/** The sign-in form, and why it is shown. */
export interface SignInView {
  readonly page: 'signIn'
  readonly state: 'ready' | 'wrong' | 'locked' | 'noPassword'
  readonly waitMinutes?: number
}

export interface OperatorView {
  readonly page: 'operator'
  readonly csrf: string
  /** The act just asked for. */
  readonly act?: ActOutcome
  readonly reports: readonly StoredReport[]
  readonly acts: readonly StoredAct[]
  readonly dead: readonly Delivery[]
  readonly deliveries: Readonly<Record<DeliveryState, number>>
  readonly subscribers: { readonly confirmed: number; readonly waiting: number }
  /** Suggestions for the source form; empty if there are more than `MOST_SUGGESTED`. */
  readonly sourceIds: readonly string[]
  /** `problem` says why a search cannot be read. */
  readonly searches: readonly (Saved & { readonly problem?: string })[]
  /** `address` is that of the answer; undefined for needs that can no longer be answered. */
  readonly decisions: readonly (Saved & { readonly address?: string })[]
}

export interface OperatorStoryView {
  readonly page: 'operatorStory'
  readonly csrf: string
  readonly act?: ActOutcome
  readonly story: StoryRecord
  readonly coverage: readonly CoverageEntry[]
  readonly reports: readonly StoredReport[]
}

const MOST_LISTED = 50
const MOST_SUGGESTED = 500

export async function operatorView(
  { store, atlas }: Pick<SiteDeps, 'store' | 'atlas'>,
  csrf: string,
  act: ActOutcome | undefined,
): Promise<OperatorView> {
  const [reports, acts, dead, deliveries, subscribers, sources, decisions, searches] = await Promise.all([
    store.reports.list({ isOpen: true, limit: MOST_LISTED }),
    store.operator.acts({ limit: MOST_LISTED }),
    store.deliveries.list('dead', MOST_LISTED),
    store.deliveries.count(),
    store.subscribers.count(),
    store.sources(),
    store.savedDecisions.list(),
    store.savedSearches.list(),
  ])
  return {
    ...{ page: 'operator', csrf, act, reports, acts, dead, deliveries, subscribers },
    sourceIds: sources.length > MOST_SUGGESTED ? [] : sources.map(({ id }) => id),
    searches: searches.map((each) => ({ ...each, problem: problemOf(each) })),
    decisions: decisions.map((each) => ({ ...each, address: addressOf(each, atlas) })),
  }
}

function addressOf(saved: Saved, atlas: Atlas): string | undefined {
  try {
    return needsPath(paths.decide, savedNeeds(saved, atlas))
  } catch (error) {
    if (error instanceof NeedsError) return undefined
    throw error
  }
}

function problemOf(saved: Saved): string | undefined {
  try {
    readSavedSearch(saved)
    return undefined
  } catch (error) {
    if (error instanceof SavedUnreadableError) return error.reason
    throw error
  }
}

export async function operatorStoryView(
  store: Store,
  found: Extract<StoryLookup, { type: 'story' }>,
  csrf: string,
  act: ActOutcome | undefined,
): Promise<OperatorStoryView> {
  const { story, members } = found
  const known = await store.sourcesById(members.map(({ item }) => item.sourceId))
  const sources = new Map(known.map((source) => [source.id, source]))
  const reports = await store.reports.list({ storyId: story.id, isOpen: true, limit: MOST_LISTED })
  return { page: 'operatorStory', csrf, act, story, coverage: coverageEntries(members, sources), reports }
}
