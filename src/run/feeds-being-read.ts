/** Remembers, outside the ingest thread, which feeds' long answers it is reading; if the thread dies, one of them may be the cause. */
export class FeedsBeingRead {
  readonly #urls = new Set<string>()

  note({ feedUrl, isDone }: { readonly feedUrl: string; readonly isDone: boolean }): void {
    if (isDone) this.#urls.delete(feedUrl)
    else this.#urls.add(feedUrl)
  }

  /** Returns and clears the URLs of the feeds being read; called when a thread starts, for the one before it. */
  take(): readonly string[] {
    const urls = [...this.#urls]
    this.#urls.clear()
    return urls
  }
}
