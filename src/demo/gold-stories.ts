import { addressOf, identityOf } from './entry-address.ts'
import type { DemoEntry, DemoEvent, DemoWorld, EventKind } from './world.ts'

/** Which event an entry is about, and how: what a perfect clusterer and a perfect count of coverage would find. */
export interface GoldEntry {
  readonly source: string
  /** The entry's identity as its feed gives it. */
  readonly id: string
  /** The address its feed gives, tracking parameters aside; undefined for one that nobody should follow. */
  readonly link?: string
  readonly event: string
  /** Of the event; undefined where two people could differ. */
  readonly kind?: EventKind
  /**
   * `copy` of a text published before, `echo` of another entry it points to, `mention` in a digest. All else is a report,
   * or a community's own words.
   */
  readonly role: 'report' | 'copy' | 'echo' | 'mention'
}

/** Every entry of the world with its event, in the order of the files. */
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
  // Alone, a submission echoes nobody we read: it is all there is.
  if (entry.pointsTo !== undefined && event.entries.length > 1) return 'echo'
  const first = event.entries.find(({ text }) => text === entry.text)
  return first === entry ? 'report' : 'copy'
}
