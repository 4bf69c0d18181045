/**
 * Closes opened resources in reverse order, as a resource is opened after those that it uses. The standard `AsyncDisposableStack` does
 * the same, but exists only from Node 24 on.
 */
export class ClosingStack {
  readonly #closers: (() => void | Promise<void>)[] = []

  /** Adds a resource; call it as soon as the resource is open. @param close closes it; called once */
  push(close: () => void | Promise<void>): void {
    this.#closers.push(close)
  }

  /**
   * Closes all resources, one after the other, even if some cannot be closed. A second call closes only those added since.
   *
   * @throws the error of a resource that could not be closed; AggregateError with all errors, in the order of closing, if several failed
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
