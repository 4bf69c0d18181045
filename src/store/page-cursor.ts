import { BadCursorError } from './errors/bad-cursor-error.ts'

/** Encodes where a page ended: the sort order and the last row's position in it. */
export function writeCursor(order: string, place: readonly number[]): string {
  return Buffer.from(JSON.stringify([order, ...place])).toString('base64url')
}

/** Type of a number in a cursor: `whole` for an id or instant, which is an integer column, `real` for a score. */
export type PlaceNumber = 'whole' | 'real'

/**
 * Decodes a cursor. Types are checked because PostgreSQL fails on 1.5 or 1e308 as an id.
 *
 * @throws BadCursorError unless `cursor` was written for `order` with numbers of these types
 */
export function readCursor(cursor: string, order: string, numbers: readonly PlaceNumber[]): readonly number[] {
  let parsed: unknown
  try {
    parsed = JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    throw new BadCursorError(cursor)
  }
  if (!Array.isArray(parsed) || parsed[0] !== order || parsed.length !== numbers.length + 1)
    throw new BadCursorError(cursor)
  const place: unknown[] = parsed.slice(1)
  const isRight = place.every((value, at) =>
    numbers[at] === 'whole' ? Number.isSafeInteger(value) : Number.isFinite(value),
  )
  if (!isRight) throw new BadCursorError(cursor)
  return place as number[]
}
