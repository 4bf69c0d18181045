/** Remembers, outside the thread that reads, whose long answers it is reading: what it dies of is known by that. */
export class FeedsBeingRead {
  readonly #urls = new Set<string>()

  note({ feedUrl, isDone }: { readonly feedUrl: string; readonly isDone: boolean }): void {
    if (isDone) this.#urls.delete(feedUrl)
    else this.#urls.add(feedUrl)
  }

  /** @returns addresses of feeds that were being read, each once: to be asked when a thread starts, for the one before it */
  take(): readonly string[] {
    const urls = [...this.#urls]
    this.#urls.clear()
    return urls
  }
}
