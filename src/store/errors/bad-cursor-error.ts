/** The `after` of a page request is not a cursor that this store issued for this order. */
export class BadCursorError extends Error {
  override readonly name = 'BadCursorError'

  constructor(readonly cursor: string) {
    super(`Bad page cursor ${JSON.stringify(cursor.slice(0, 80))}. Start again from the first page.`)
  }
}
