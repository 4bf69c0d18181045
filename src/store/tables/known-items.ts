import type { Instant } from '../../lib/instant.ts'
import { oncePerObject } from '../../lib/once-per-object.ts'
import { chunks } from '../chunks.ts'
import { identityHash } from '../identity-hash.ts'
import type { Tx } from '../schema.ts'

/** The fields of a stored item that deduplication needs. */
export interface KnownItem {
  readonly id: number
  readonly keyHash: string
  readonly urlHash: string | undefined
  readonly contentHash: string
  readonly publishedAt: Instant
  readonly revision: number
  readonly points: number | undefined
  readonly comments: number | undefined
  readonly isWithdrawn: boolean
}

/** Hashes by which an item is looked up. */
export interface ItemIdentity {
  readonly keyHash: string
  readonly urlHash: string | undefined
}

/** Returns an item's identity; memoised, since each step of storing an item needs it. */
export const itemIdentity = oncePerObject(
  ({ key, url }: { readonly key: string; readonly url?: string }): ItemIdentity => ({
    keyHash: identityHash(key),
    urlHash: url === undefined ? undefined : identityHash(url),
  }),
)

/** @returns the source's items that share a key or an address with one of `identities`, ordered by id */
export async function knownItems(
  tx: Tx,
  sourceId: string,
  identities: readonly ItemIdentity[],
): Promise<readonly KnownItem[]> {
  const known = new Map<number, KnownItem>()
  const find = async (column: 'key_hash' | 'url_hash', hashes: readonly string[]) => {
    for (const some of chunks(hashes, 500)) {
      const rows = await tx
        .selectFrom('items')
        .select([
          'id',
          'key_hash',
          'url_hash',
          'content_hash',
          'revision',
          'points',
          'comments',
          'withdrawn_at',
          'published_at',
        ])
        .where('source_id', '=', sourceId)
        .where(column, 'in', some)
        .execute()
      for (const row of rows) {
        known.set(row.id, {
          id: row.id,
          keyHash: row.key_hash,
          urlHash: row.url_hash ?? undefined,
          contentHash: row.content_hash,
          publishedAt: row.published_at,
          revision: row.revision,
          points: row.points ?? undefined,
          comments: row.comments ?? undefined,
          isWithdrawn: row.withdrawn_at !== null,
        })
      }
    }
  }
  await find('key_hash', [...new Set(identities.map((identity) => identity.keyHash))])
  await find('url_hash', [...new Set(identities.flatMap((identity) => identity.urlHash ?? []))])
  return [...known.values()].sort((a, b) => a.id - b.id)
}
