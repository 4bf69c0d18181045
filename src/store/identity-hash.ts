import { createHash } from 'node:crypto'

/**
 * Hashes an item's key or address to the 22 characters it is looked up by. A key may be longer than an index entry of
 * PostgreSQL, which holds 2,704 bytes.
 */
export function identityHash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22)
}
