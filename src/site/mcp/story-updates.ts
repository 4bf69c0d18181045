import { setTimeout as sleep } from 'node:timers/promises'
import type { ServerEventBus } from '@modelcontextprotocol/server'
import { MINUTE_MS, SECOND_MS } from '../../lib/instant.ts'
import type { EventHub } from '../live/event-hub.ts'
import { storyUri } from './story-uri.ts'

/** Delay after the log could not be read. */
const TRY_AGAIN_MS = 5 * SECOND_MS

/** Adapts the event log to the bus that agents subscribe to: each change of a story updates its resource. */
export function storyUpdates(hub: EventHub, tryAgainMs = TRY_AGAIN_MS): ServerEventBus {
  return {
    // Only the log's events are sent.
    publish: () => undefined,
    subscribe(listener) {
      const gone = new AbortController()
      const tell = (storyId: number) => listener({ kind: 'resource_updated', uri: storyUri(storyId) })
      void follow(hub, gone.signal, tell, tryAgainMs)
      return () => gone.abort()
    },
  }
}

/** Reports each changed story once per batch until the signal aborts or the hub closes; retries if the log cannot be read. */
async function follow(
  hub: EventHub,
  signal: AbortSignal,
  tell: (storyId: number) => void,
  tryAgainMs: number,
): Promise<void> {
  let after: number | undefined
  while (!signal.aborted) {
    try {
      after ??= await hub.now(signal)
      const events = await hub.next(after, MINUTE_MS, signal)
      if (events === undefined) return
      for (const storyId of new Set(events.map((event) => event.storyId))) tell(storyId)
      after = events.at(-1)?.seq ?? after
    } catch {
      await sleep(tryAgainMs, undefined, { signal }).catch(() => undefined)
    }
  }
}
