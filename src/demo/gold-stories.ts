import { addressOf, identityOf } from './entry-address.ts'
import type { DemoWorld } from './world.ts'

/** Which event an entry is about: what a perfect clusterer would find. */
export interface GoldEntry {
  readonly source: string
  /** The entry's identity as its feed gives it. */
  readonly id: string
  /** The address its feed gives, tracking parameters aside; undefined for one that nobody should follow. */
  readonly link?: string
  readonly event: string
}

/** Every entry of the world with its event, in the order of the files. */
export function goldStories(world: DemoWorld): readonly GoldEntry[] {
  return world.events.flatMap(({ id: event, entries }) =>
    entries.map((entry) => {
      const link = addressOf(world, entry)
      return {
        source: entry.feedId,
        id: identityOf(world, entry),
        ...(link.startsWith('https:') && { link }),
        event,
      }
    }),
  )
}
