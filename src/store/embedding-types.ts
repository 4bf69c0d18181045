import type { Instant } from '../lib/instant.ts'

/** A cached embedding vector. */
export interface StoredEmbedding {
  readonly textHash: string
  /** One signed byte per dimension. */
  readonly vector: Int8Array
  /** First item revision (`seq`) that was clustered with this vector; earlier ones were clustered without it. */
  readonly fromSeq: number
  readonly usedAt: Instant
}

/** `fromSeq` of a vector with which no item has been clustered yet. */
export const NEVER_PLACED = Number.MAX_SAFE_INTEGER

/** Cache of text embeddings, so that no text is sent to a model twice. */
export interface EmbeddingRecords {
  /** Returns the cached ones, in no particular order. */
  find(model: string, textHashes: readonly string[]): Promise<readonly StoredEmbedding[]>
  /** Caches vectors, or updates `usedAt` of cached ones, whose `fromSeq` can only decrease. */
  save(model: string, embeddings: readonly StoredEmbedding[]): Promise<void>
  /** Removes vectors last used before an instant. @returns number removed */
  prune(before: Instant): Promise<number>
}
