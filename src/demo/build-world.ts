import type { DemoEntry, DemoEvent, DemoPublisher, DemoWorld } from './world.ts'
import { DemoWorldError } from './world-error.ts'

/**
 * Builds the world from its publishers and events.
 * @throws DemoWorldError for ids or keys used twice, and for feeds and links that lead nowhere
 */
export function buildWorld(publishers: readonly DemoPublisher[], events: readonly DemoEvent[]): DemoWorld {
  const byId = new Map(publishers.map((publisher) => [publisher.id, publisher]))
  const byKey = new Map<string, DemoEntry>()
  const byFeed = new Map<string, DemoEntry[]>(publishers.map(({ id }) => [id, []]))
  const faults = duplicates([...publishers, ...events].map(({ id }) => id)).map((id) => `id ${id} is used twice`)
  for (const entry of events.flatMap((event) => event.entries)) {
    if (byKey.has(entry.key)) faults.push(`key ${entry.key} is used twice`)
    byKey.set(entry.key, entry)
    const feed = byFeed.get(entry.feedId)
    if (feed) feed.push(entry)
    else faults.push(`entry ${entry.key} is in feed ${entry.feedId}, which publishers.yaml does not have`)
  }
  faults.push(...deadLinks(byKey))
  if (faults.length > 0) throw new DemoWorldError('events', faults)
  for (const feed of byFeed.values()) feed.sort((a, b) => a.minute - b.minute)
  return {
    publishers,
    events,
    publisher: (id) => byId.get(id) ?? unknownFeed(id),
    entry: (key) => byKey.get(key),
    entriesOf: (feedId) => byFeed.get(feedId) ?? unknownFeed(feedId),
  }
}

function deadLinks(entries: ReadonlyMap<string, DemoEntry>): string[] {
  const faults: string[] = []
  for (const entry of entries.values()) {
    const keys = [...`${entry.text} ${entry.edit?.text ?? ''}`.matchAll(/\[\[([^\]|]+)/g)].map((match) => match[1]!)
    if (entry.pointsTo !== undefined && !entry.pointsTo.includes('://')) keys.push(entry.pointsTo)
    for (const key of keys) if (!entries.has(key)) faults.push(`entry ${entry.key} links to ${key}, which is no key`)
  }
  return faults
}

function duplicates(ids: readonly string[]): string[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index)
}

function unknownFeed(id: string): never {
  throw new RangeError(`The demo world has no feed ${JSON.stringify(id)}`)
}
