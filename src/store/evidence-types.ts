import type { Claim } from '../hub/claims/types.ts'
import type { ToldEvidence } from '../hub/evidence/same-said.ts'
import type { Evidence } from '../hub/evidence/types.ts'
import type { Instant } from '../lib/instant.ts'

/** What a story says of hubs; replaces what was stored of it. */
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
  /** Rows to leave out from the newest on; for pages of a dossier, which are few. */
  readonly offset?: number
}

/** How much there is on one facet of a hub. */
export interface FacetCount {
  readonly facet: string
  readonly evidence: number
  readonly stories: number
  readonly newestAt: Instant
}

/** What published stories say of hubs; of a story that is held or off the beat nothing is listed under a hub. */
export interface EvidenceRecords {
  /** Newest first, each with the entities that its story is about. */
  ofHub(request: EvidenceRequest): Promise<readonly ToldEvidence[]>
  /** On any of the facets of any of the hubs, newest first, each with the entities that its story is about. */
  ofHubs(request: {
    readonly hubs: readonly string[]
    readonly facets: readonly string[]
    readonly limit: number
  }): Promise<readonly ToldEvidence[]>
  /** Facets with evidence, by id. A facet that is not there has no story yet. */
  counts(hub: string): Promise<readonly FacetCount[]>
  /** In the order found, whatever the story's state. */
  ofStory(storyId: number): Promise<readonly StoredEvidence[]>
  claimsOfStory(storyId: number): Promise<readonly StoredClaim[]>
  /** Newest first. */
  claimsOfHub(request: Omit<EvidenceRequest, 'facet'>): Promise<readonly StoredClaim[]>
}
