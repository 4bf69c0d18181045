import type { CrawlPolicy } from '../crawl-policy.ts'
import type { SourceClient } from './client.ts'

/**
 * Wraps a client so that it first checks whether the publisher lets us read the feed, and records what the publisher reserves. A refusal
 * stays in force while the publisher's robots.txt cannot be read (RFC 9309, 2.3.1.4).
 */
export function politeClient(client: SourceClient, policy: CrawlPolicy): SourceClient {
  return {
    async poll(feed, context) {
      const now = await policy.feed(feed.state?.movedTo ?? feed.url, context.signal)
      const before = feed.state?.permission
      const permission = now.robots === 'unknown' && before?.robots === 'own' ? before : now
      if (permission.robots === 'own') {
        const error = 'robots.txt of the publisher asks Auspex by name not to read this feed'
        return { type: 'failed', error, latencyMs: 0, isGone: false, isOffline: false, permission }
      }
      const outcome = await client.poll(feed, context)
      const reserved = outcome.type === 'failed' ? undefined : outcome.reserved
      return { ...outcome, permission: reserved === undefined ? permission : { ...permission, reserved } }
    },
  }
}
