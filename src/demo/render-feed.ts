import type { Instant } from '../lib/instant.ts'
import { renderAtom } from './render-atom.ts'
import { renderGitHub } from './render-github.ts'
import { renderJsonFeed } from './render-json-feed.ts'
import { renderMastodon } from './render-mastodon.ts'
import { renderRdf } from './render-rdf.ts'
import { renderRss } from './render-rss.ts'
import { type DemoPublisher, type DemoWorld, entriesAt, type FeedFormat, type StandingEntry } from './world.ts'

/** Everything that a format needs: the state of a feed at one minute. */
export interface FeedPage {
  readonly world: DemoWorld
  readonly publisher: DemoPublisher
  /** Newest first. */
  readonly entries: readonly StandingEntry[]
  /** Instant at which the demo day ends. */
  readonly startAt: Instant
}

export interface RenderedFeed {
  readonly body: string
  readonly contentType: string
}

const FORMATS: Record<FeedFormat, { readonly render: (page: FeedPage) => string; readonly contentType: string }> = {
  rss2: { render: renderRss, contentType: 'application/rss+xml; charset=utf-8' },
  atom: { render: renderAtom, contentType: 'application/atom+xml; charset=utf-8' },
  rdf: { render: renderRdf, contentType: 'application/rdf+xml; charset=utf-8' },
  jsonfeed: { render: renderJsonFeed, contentType: 'application/feed+json; charset=utf-8' },
  mastodon: { render: renderMastodon, contentType: 'application/json; charset=utf-8' },
  github: { render: renderGitHub, contentType: 'application/json; charset=utf-8' },
}

/**
 * Renders a feed as its publisher would serve it at a minute of the day, malformed or cut off where its conduct says so.
 * Deterministic: the same arguments give the same bytes.
 */
export function renderFeed(world: DemoWorld, feedId: string, minute: number, startAt: Instant): RenderedFeed {
  const publisher = world.publisher(feedId)
  const { render, contentType } = FORMATS[publisher.format]
  const whole = render({ world, publisher, entries: entriesAt(world, feedId, minute), startAt })
  const { hasBareAmpersands, cutOff } = publisher.conduct
  const body = hasBareAmpersands ? whole.replaceAll('&amp; ', '& ') : whole
  const isCut = cutOff !== undefined && minute >= cutOff.from && minute < cutOff.to
  return { body: isCut ? body.slice(0, Math.floor(body.length * 0.7)) : body, contentType }
}
