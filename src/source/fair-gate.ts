interface HostQueue {
  active: number
  readonly waiting: (() => void)[]
}

export interface FairGate {
  /** Waits for a place; resolves to a function that releases it. Rejects with the signal's reason if that comes first. */
  enter(host: string, signal?: AbortSignal): Promise<() => void>
}

/**
 * Creates a gate that admits at most `maxPerHost` for one host and `maxTotal` in all. Waiting hosts take turns, so that
 * one with a thousand feeds, or one that hangs, does not hold up the others; within a host, it is first come, first served.
 */
export function createFairGate({ maxPerHost, maxTotal }: { maxPerHost: number; maxTotal: number }): FairGate {
  const hosts = new Map<string, HostQueue>()
  /** Hosts with requests waiting, in order of their turn. */
  const turns = new Set<string>()
  let total = 0

  const admit = (): void => {
    for (const host of turns) {
      if (total >= maxTotal) return
      const queue = hosts.get(host)!
      const next = queue.active < maxPerHost ? queue.waiting.shift() : undefined
      if (!next) continue
      queue.active++
      total++
      turns.delete(host)
      // Back to the end of the round, behind every other host.
      if (queue.waiting.length > 0) turns.add(host)
      next()
    }
  }

  const leave = (host: string): void => {
    const queue = hosts.get(host)!
    queue.active--
    total--
    if (queue.active === 0 && queue.waiting.length === 0) hosts.delete(host)
    admit()
  }

  return {
    enter: (host, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason)
        const queue = hosts.get(host) ?? { active: 0, waiting: [] }
        hosts.set(host, queue)
        const onAbort = (): void => {
          queue.waiting.splice(queue.waiting.indexOf(start), 1)
          if (queue.waiting.length === 0) turns.delete(host)
          if (queue.active === 0 && queue.waiting.length === 0) hosts.delete(host)
          reject(signal!.reason)
        }
        const start = (): void => {
          signal?.removeEventListener('abort', onAbort)
          let isInside = true
          resolve(() => {
            if (isInside) leave(host)
            isInside = false
          })
        }
        signal?.addEventListener('abort', onAbort, { once: true })
        queue.waiting.push(start)
        turns.add(host)
        admit()
      }),
  }
}
