import { addressOf, identityOf, pointedAt } from './entry-address.ts'
import type { DemoWorld } from './world.ts'

/** Which event an entry is about: what a perfect clusterer would find. */
export interface GoldEntry {
  readonly source: string
  /** The entry's identity as its feed gives it. */
  readonly id: string
  /** The address its feed gives, tracking parameters aside: for a submission what it links to. */
  readonly link: string
  readonly event: string
}

/** Every entry of the world with its event, in the order of the files. */
export function goldStories(world: DemoWorld): readonly GoldEntry[] {
  return world.events.flatMap(({ id: event, entries }) =>
    entries.map((entry) => {
      const isSubmission = world.publisher(entry.feedId).kind === 'hackernews'
      const link = isSubmission ? (pointedAt(world, entry) ?? identityOf(world, entry)) : addressOf(world, entry)
      return { source: entry.feedId, id: identityOf(world, entry), link, event }
    }),
  )
}
