/** Resolves after `ms` milliseconds, or at once when the signal aborts or has already aborted. */
export function sleepUnlessAborted(ms: number, signal: AbortSignal): Promise<void> {
  // A signal that has already aborted fires no event.
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms)
    signal.addEventListener('abort', done, { once: true })
    function done() {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
  })
}
