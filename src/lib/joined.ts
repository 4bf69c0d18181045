/**
 * Creates a function that runs work at most once at a time per key: concurrent calls with the same key share one promise. Neither results nor
 * failures are cached afterwards.
 *
 * @returns a function that calls `work` only if none is running for the key
 */
export function joined<T>(): (key: string, work: () => Promise<T>) => Promise<T> {
  const running = new Map<string, Promise<T>>()
  return (key, work) => {
    const known = running.get(key)
    if (known) return known
    const started = work().finally(() => running.delete(key))
    running.set(key, started)
    return started
  }
}
