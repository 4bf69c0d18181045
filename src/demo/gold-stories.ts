import { addressOf, identityOf } from './entry-address.ts'
import type { DemoEntry, DemoEvent, DemoWorld, EventKind } from './world.ts'

/** The event that an entry is about, and its role: what a perfect clusterer and a perfect count of coverage would find. */
export interface GoldEntry {
  readonly source: string
  /** The entry's id in its feed. */
  readonly id: string
  /** The address in its feed, without tracking parameters; undefined for one that is not `https:`, which nobody should follow. */
  readonly link?: string
  readonly event: string
  /** Kind of the event; undefined where two people could differ. */
  readonly kind?: EventKind
  /**
   * `copy` of an earlier text, `echo` of something it points to, `mention` in a digest. All else is a `report`, a
   * community's own words included.
   */
  readonly role: 'report' | 'copy' | 'echo' | 'mention'
}

/** Returns every entry of the world with its event, in the order of the files. */
export function goldStories(world: DemoWorld): readonly GoldEntry[] {
  return world.events.flatMap((event) =>
    event.entries.map((entry) => {
      const link = addressOf(world, entry)
      return {
        source: entry.feedId,
        id: identityOf(world, entry),
        ...(link.startsWith('https:') && { link }),
        event: event.id,
        ...(event.kind && { kind: event.kind }),
        role: goldRole(entry, event),
      }
    }),
  )
}

function goldRole(entry: DemoEntry, event: DemoEvent): GoldEntry['role'] {
  if (event.cases.includes('digest')) return 'mention'
  // A submission that is alone in its event echoes no source we read.
  if (entry.pointsTo !== undefined && event.entries.length > 1) return 'echo'
  const first = event.entries.find(({ text }) => text === entry.text)
  return first === entry ? 'report' : 'copy'
}
