import { BadCursorError } from './errors/bad-cursor-error.ts'

/** Where a page ended: what it was ordered by, and the last row's place in that order. */
export function writeCursor(order: string, place: readonly number[]): string {
  return Buffer.from(JSON.stringify([order, ...place])).toString('base64url')
}

/** A number of a place: an id or instant, which a database keeps as an integer, or a score. */
export type PlaceNumber = 'whole' | 'real'

/** @throws BadCursorError unless `cursor` was written for `order` with such numbers: PostgreSQL fails at 1.5 or 1e308 for an id */
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
