/**
 * What closes again what was opened, the last first: whatever uses another thing was opened after it. The standard's
 * `AsyncDisposableStack` does the same, but Node has it from version 24 on.
 */
export class ClosingStack {
  readonly #closers: (() => void | Promise<void>)[] = []

  /** To be called as soon as the thing is open. @param close closes it; called once */
  push(close: () => void | Promise<void>): void {
    this.#closers.push(close)
  }

  /**
   * Closes everything, one after the other; a thing that cannot be closed keeps no other open. A second call closes only what was
   * opened since.
   *
   * @throws the error of the one that could not be closed; AggregateError with all of them, in the order of closing, if there are several
   */
  async close(): Promise<void> {
    const errors: unknown[] = []
    for (let close = this.#closers.pop(); close !== undefined; close = this.#closers.pop()) {
      try {
        await close()
      } catch (error) {
        errors.push(error)
      }
    }
    if (errors.length === 1) throw errors[0]
    if (errors.length > 1)
      throw new AggregateError(errors, `${errors.length} things could not be closed: ${errors.join('; ')}`)
  }
}
