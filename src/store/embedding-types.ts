import type { Instant } from '../lib/instant.ts'

/** A vector as it was cached. */
export interface StoredEmbedding {
  readonly textHash: string
  /** One signed byte a dimension. */
  readonly vector: Int8Array
  /** Items of this revision and later ones were placed with it; those before were placed without. */
  readonly fromSeq: number
  readonly usedAt: Instant
}

/** `fromSeq` of a vector with which no item was placed yet. */
export const NEVER_PLACED = Number.MAX_SAFE_INTEGER

/** Vectors of texts, so that no text is sent to a model twice. */
export interface EmbeddingRecords {
  /** Those that are known, in no order. */
  find(model: string, textHashes: readonly string[]): Promise<readonly StoredEmbedding[]>
  /** Keeps vectors, or notes that they were used again. `fromSeq` of a known one only goes down. */
  save(model: string, embeddings: readonly StoredEmbedding[]): Promise<void>
  /** Forgets what was not used since. @returns how many */
  prune(before: Instant): Promise<number>
}
