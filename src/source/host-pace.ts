import { setTimeout as wait } from 'node:timers/promises'

/** Minimum time between the starts of two requests to a host, in milliseconds; a subdomain counts as its domain. */
const HOST_SPACING_MS: ReadonlyMap<string, number> = new Map([
  // "Make no more than one request every three seconds" (info.arxiv.org/help/api/tou).
  ['arxiv.org', 3_000],
  // Ten requests a minute without an account (support.reddithelp.com, "Reddit Data API Wiki").
  ['reddit.com', 6_000],
])

/** Longest `Crawl-delay` that is honoured; more would be a refusal in disguise. */
const MAX_SPACING_MS = 60_000

/** Hosts remembered before those whose turn has passed are evicted: pages are on ever new hosts. */
const MOST_HOSTS = 1_000

export interface HostPace {
  /** Waits for the host's turn. Rejects with the signal's reason if that comes first. */
  wait(host: string, signal: AbortSignal): Promise<void>
  /** Sets how far apart requests to a host are from now on, but never less than the table says; 0 resets it. */
  ask(host: string, spacingMs: number): void
}

/** Creates a pace that keeps the requests to a host apart, first come, first served. */
export function createHostPace(
  now: () => number = () => performance.now(),
  sleep: (ms: number, signal: AbortSignal) => Promise<unknown> = sleepFor,
): HostPace {
  const nextAt = new Map<string, number>()
  const asked = new Map<string, number>()
  const spacingOf = (host: string) => Math.max(asked.get(host) ?? 0, knownSpacing(host) ?? 0)

  return {
    async wait(host, signal) {
      const spacingMs = spacingOf(host)
      if (spacingMs === 0) return
      const key = knownHost(host) ?? host
      const at = now()
      const turn = Math.max(at, nextAt.get(key) ?? 0)
      if (nextAt.size >= MOST_HOSTS) for (const [each, next] of nextAt) if (next <= at) nextAt.delete(each)
      nextAt.set(key, turn + spacingMs)
      if (turn > at) await sleep(turn - at, signal)
    },
    ask(host, spacingMs) {
      if (spacingMs > 0) asked.set(host, Math.min(MAX_SPACING_MS, spacingMs))
      else asked.delete(host)
    },
  }
}

async function sleepFor(ms: number, signal: AbortSignal): Promise<void> {
  await wait(ms, undefined, { signal }).catch(() => signal.throwIfAborted())
}

function knownHost(host: string): string | undefined {
  for (const known of HOST_SPACING_MS.keys()) if (host === known || host.endsWith(`.${known}`)) return known
  return undefined
}

function knownSpacing(host: string): number | undefined {
  const known = knownHost(host)
  return known === undefined ? undefined : HOST_SPACING_MS.get(known)
}
