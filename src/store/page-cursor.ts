import { BadCursorError } from './errors/bad-cursor-error.ts'

/** Where a page ended: what it was ordered by, and the last row's place in that order. */
export function writeCursor(order: string, place: readonly number[]): string {
  return Buffer.from(JSON.stringify([order, ...place])).toString('base64url')
}

/** @throws BadCursorError unless `cursor` was written for `order` with `length` numbers */
export function readCursor(cursor: string, order: string, length: number): readonly number[] {
  let parsed: unknown
  try {
    parsed = JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    throw new BadCursorError(cursor)
  }
  if (!Array.isArray(parsed) || parsed[0] !== order || parsed.length !== length + 1) throw new BadCursorError(cursor)
  const place: unknown[] = parsed.slice(1)
  if (!place.every((value) => typeof value === 'number' && Number.isFinite(value))) throw new BadCursorError(cursor)
  return place as number[]
}
