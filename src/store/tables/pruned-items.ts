import { chunks } from '../chunks.ts'
import type { Tx } from '../schema.ts'

/** @returns those of `keyHashes` that retention removed */
export async function prunedKeys(tx: Tx, sourceId: string, keyHashes: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  for (const some of chunks(keyHashes, 500)) {
    const rows = await tx
      .selectFrom('pruned_items')
      .select('key_hash')
      .where('source_id', '=', sourceId)
      .where('key_hash', 'in', some)
      .execute()
    for (const row of rows) found.add(row.key_hash)
  }
  return found
}
