import { createHash } from 'node:crypto'

/**
 * What an item's key or address is looked up by: 22 characters however long it is, so an index entry of
 * PostgreSQL (2,704 bytes at most) always holds it.
 */
export function identityHash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22)
}
