/** Resolves after some time, or at once when the signal aborts or has aborted before. */
export function sleepUnlessAborted(ms: number, signal: AbortSignal): Promise<void> {
  // A signal tells nobody who begins to listen later.
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
