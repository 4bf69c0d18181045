/** A weighted semaphore: bounds the total weight of concurrent work. Work heavier than the bound runs alone. First come, first served. */
export class WeightGate {
  readonly #most: number
  readonly #waiting: { readonly weight: number; readonly start: () => void }[] = []
  #inside = 0

  constructor(most: number) {
    this.#most = most
  }

  /**
   * Waits for its turn, runs the work, and releases its weight afterwards.
   *
   * @throws what the work throws; the signal's reason if aborted before its turn
   */
  async pass<T>(weight: number, work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    await this.#enter(weight, signal)
    try {
      return await work()
    } finally {
      this.#inside -= weight
      this.#admit()
    }
  }

  #enter(weight: number, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason)
      const onAbort = (): void => {
        this.#waiting.splice(this.#waiting.indexOf(place), 1)
        reject(signal!.reason)
        this.#admit()
      }
      const start = (): void => {
        signal?.removeEventListener('abort', onAbort)
        this.#inside += weight
        resolve()
      }
      const place = { weight, start }
      signal?.addEventListener('abort', onAbort, { once: true })
      this.#waiting.push(place)
      this.#admit()
    })
  }

  #admit(): void {
    for (let next = this.#waiting[0]; next !== undefined; next = this.#waiting[0]) {
      if (this.#inside > 0 && this.#inside + next.weight > this.#most) return
      this.#waiting.shift()
      next.start()
    }
  }
}
