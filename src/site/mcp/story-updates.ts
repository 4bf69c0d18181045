import type { ServerEventBus } from '@modelcontextprotocol/server'
import { MINUTE_MS } from '../../lib/instant.ts'
import type { EventHub } from '../live/event-hub.ts'
import { storyUri } from './story-uri.ts'

/** The log of changes as what subscriptions of agents listen to: a change of a story is an update of its resource. */
export function storyUpdates(hub: EventHub): ServerEventBus {
  return {
    // Nothing is told but what the log has.
    publish: () => undefined,
    subscribe(listener) {
      const gone = new AbortController()
      void follow(hub, gone.signal, (storyId) => listener({ kind: 'resource_updated', uri: storyUri(storyId) }))
      return () => gone.abort()
    },
  }
}

/** Tells of each story once a batch, from now on, until the signal aborts or the hub closes. */
async function follow(hub: EventHub, signal: AbortSignal, tell: (storyId: number) => void): Promise<void> {
  await hub.next(Number.MAX_SAFE_INTEGER, 0, signal)
  let after = hub.newestSeq() ?? 0
  for (;;) {
    const events = await hub.next(after, MINUTE_MS, signal)
    if (events === undefined) return
    for (const storyId of new Set(events.map((event) => event.storyId))) tell(storyId)
    after = events.at(-1)?.seq ?? after
  }
}
