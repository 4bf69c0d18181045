import type { Source } from '../source/types.ts'
import { TIMELINE_PATH } from './mastodon-api.ts'
import type { DemoPublisher, DemoWorld } from './world.ts'

/** Returns the path of a feed: that of the API it imitates, or one of our own. */
export function feedPath({ id, format }: Pick<DemoPublisher, 'id' | 'format'>): string {
  return format === 'mastodon' ? `${TIMELINE_PATH}${id}` : `/feeds/${id}`
}

/** Returns the former path of a feed that has moved. */
export function oldFeedPath(feedId: string): string {
  return `/old-feeds/${feedId}`
}

/** Returns the world's publishers as sources whose feeds are on one server. @param baseUrl without a slash at the end */
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
