import type { Claim } from '../hub/claims/types.ts'
import type { ToldEvidence } from '../hub/evidence/same-said.ts'
import type { Evidence } from '../hub/evidence/types.ts'
import type { Instant } from '../lib/instant.ts'

/** Everything a story says about hubs; replaces what was stored for the story. */
export interface StoryObservation {
  readonly storyId: number
  readonly evidence: readonly Evidence[]
  readonly claims: readonly Claim[]
}

export type StoredEvidence = Evidence & { readonly storyId: number }
export type StoredClaim = Claim & { readonly storyId: number }

export interface EvidenceRequest {
  readonly hub: string
  readonly facet?: string
  readonly limit: number
  /** Rows to skip, counted from the newest. An offset is cheap enough here: a dossier has few pages. */
  readonly offset?: number
}

/** Number of evidence lines and stories on one facet of a hub. */
export interface FacetCount {
  readonly facet: string
  readonly evidence: number
  readonly stories: number
  readonly newestAt: Instant
}

/** What stories say about hubs. Queries by hub cover published stories only. */
export interface EvidenceRecords {
  /** Returns evidence on one hub, newest first, each line with the entities that its story is about. */
  ofHub(request: EvidenceRequest): Promise<readonly ToldEvidence[]>
  /** Returns evidence on any of the facets of any of the hubs, newest first, each line with the entities that its story is about. */
  ofHubs(request: {
    readonly hubs: readonly string[]
    readonly facets: readonly string[]
    readonly limit: number
  }): Promise<readonly ToldEvidence[]>
  /** Returns the facets that have evidence, ordered by id. */
  counts(hub: string): Promise<readonly FacetCount[]>
  /** Returns a story's evidence in the order it was found, whatever the story's state. */
  ofStory(storyId: number): Promise<readonly StoredEvidence[]>
  claimsOfStory(storyId: number): Promise<readonly StoredClaim[]>
  /** Returns claims on a hub, newest first. */
  claimsOfHub(request: Omit<EvidenceRequest, 'facet'>): Promise<readonly StoredClaim[]>
}
