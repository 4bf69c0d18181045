/** The `after` of a page request was not made by this store for this order. */
export class BadCursorError extends Error {
  override readonly name = 'BadCursorError'

  constructor(readonly cursor: string) {
    super(`Bad page cursor ${JSON.stringify(cursor.slice(0, 80))}. Start again from the first page.`)
  }
}
