import { buildWorld } from '../build-world.ts'
import type { Conduct, DemoEntry, DemoPublisher, DemoWorld, FeedFormat } from '../world.ts'

/** End of the small world's day. */
export const START_AT = Date.UTC(2026, 4, 2, 12)

export function smallPublisher(format: FeedFormat, conduct: Conduct = {}): DemoPublisher {
  return {
    id: format,
    name: 'Tide & Table',
    homepage: `https://${format}.example/`,
    format,
    kind: format === 'mastodon' ? 'mastodon' : 'rss',
    language: format === 'mastodon' ? 'mul' : 'en',
    country: 'SG',
    family: 'tide',
    type: 'press',
    tier: 2,
    tierReason: 'Own reporters.',
    topics: [],
    hubs: [],
    countsAsIndependent: true,
    conduct,
  }
}

export function smallEntry(feedId: string, minute: number, more: Partial<DemoEntry> = {}): DemoEntry {
  return {
    key: `${feedId}-${minute}`,
    eventId: 'event',
    feedId,
    minute,
    title: `Minute ${minute}`,
    text: `What happened at ${minute}. And what followed.`,
    categories: [],
    date: 'said',
    ...more,
  }
}

/** One feed with the entries given. */
export function smallWorld(format: FeedFormat, entries: readonly DemoEntry[], conduct?: Conduct): DemoWorld {
  return buildWorld([smallPublisher(format, conduct)], [{ id: 'event', cases: [], entries }])
}

/** Two entries with everything a format has to carry: links, an edit, awkward characters. */
export function fullWorld(format: FeedFormat, conduct?: Conduct): DemoWorld {
  const isTimeline = format === 'mastodon'
  return smallWorld(
    format,
    [
      smallEntry(format, 30, {
        key: 'first',
        title: isTimeline ? undefined : 'Fish & chips < 10 "dollars"',
        author: isTimeline ? 'ana Ana & Co' : 'Ana O’Neil',
        categories: ['R&D'],
        text: 'First sentence. Second <b>sentence</b> isn’t markup.\n\nA second paragraph.',
        edit: {
          minute: 90,
          ...(isTimeline ? {} : { title: 'Fish & chips < 12 "dollars"' }),
          text: 'It costs more now.',
        },
        points: 7,
        comments: 2,
      }),
      smallEntry(format, 60, {
        key: 'second',
        title: isTimeline ? undefined : '潮汐與餐桌',
        author: isTimeline ? 'tidebot' : undefined,
        text: isTimeline
          ? "It's [[first]] #AI #GreaterBayArea 說得對 #大灣區\n\nhttps://elsewhere.example/a?b=1&c=2"
          : 'See [[first|the earlier report]] & [[first]].',
        pointsTo: 'first',
      }),
    ],
    conduct,
  )
}
