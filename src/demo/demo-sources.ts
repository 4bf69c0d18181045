import type { Source } from '../source/types.ts'
import type { DemoWorld } from './world.ts'

/** Path at which a feed answers. */
export function feedPath(feedId: string): string {
  return `/feeds/${feedId}`
}

/** Path at which a moved feed used to be. */
export function oldFeedPath(feedId: string): string {
  return `/old-feeds/${feedId}`
}

/** The world's publishers as a catalogue whose feeds are on one server. @param baseUrl without a slash at the end */
export function demoSources(world: DemoWorld, baseUrl: string): readonly Source[] {
  return world.publishers.map(({ format: _, conduct, ...publisher }) => ({
    ...publisher,
    feeds: [{ url: `${baseUrl}${(conduct.isMoved ? oldFeedPath : feedPath)(publisher.id)}` }],
    isEnabled: true,
    isMirror: false,
    note: 'Invented for the demo.',
  }))
}
