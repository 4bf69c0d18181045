/**
 * Runs work of one kind once at a time for each key: who asks while it runs waits for the same. Nothing is remembered afterwards, neither a
 * result nor a failure.
 *
 * @returns `work` is called only where none runs for the key
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
