import type { Source } from '../source/types.ts'
import { TIMELINE_PATH } from './mastodon-api.ts'
import type { DemoPublisher, DemoWorld } from './world.ts'

/** Path at which a feed answers: that of the API it speaks, or one of our own. */
export function feedPath({ id, format }: Pick<DemoPublisher, 'id' | 'format'>): string {
  return format === 'mastodon' ? `${TIMELINE_PATH}${id}` : `/feeds/${id}`
}

/** Path at which a moved feed used to be. */
export function oldFeedPath(feedId: string): string {
  return `/old-feeds/${feedId}`
}

/** The world's publishers as a catalogue whose feeds are on one server. @param baseUrl without a slash at the end */
export function demoSources(world: DemoWorld, baseUrl: string): readonly Source[] {
  return world.publishers.map(({ format, conduct, ...publisher }) => ({
    ...publisher,
    feeds: [
      { url: `${baseUrl}${conduct.isMoved ? oldFeedPath(publisher.id) : feedPath({ id: publisher.id, format })}` },
    ],
    isEnabled: true,
    isMirror: false,
    note: 'Invented for the demo.',
  }))
}
