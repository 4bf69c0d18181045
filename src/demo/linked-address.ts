import { addressOf } from './entry-address.ts'
import type { DemoEntry, DemoWorld } from './world.ts'

/** Returns the link in the feed: the page's address, with tracking parameters where the publisher adds them. */
export function linkedAddress(world: DemoWorld, entry: DemoEntry): string {
  const address = addressOf(world, entry)
  const { id, conduct } = world.publisher(entry.feedId)
  return conduct.tracksLinks ? `${address}?utm_source=rss&utm_medium=feed&utm_campaign=${id}` : address
}
