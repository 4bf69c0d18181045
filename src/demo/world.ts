import type { SourceKind, SourceType, Tier } from '../source/types.ts'

export const FEED_FORMATS = ['rss2', 'atom', 'rdf', 'jsonfeed', 'mastodon', 'github'] as const
export type FeedFormat = (typeof FEED_FORMATS)[number]

/** The hard cases; `data/demo/README.md` says what each is there to prove. */
export const HARD_CASES = [
  'five-languages',
  'wire-copies',
  'digest',
  'op-ed-and-toot',
  'same-company',
  'look-alike-models',
  'look-alike-results',
  'conference-sessions',
  'disputed-figures',
  'converging-accounts',
  'follow-up',
  'twin-reports',
  'policy-not-research',
  'one-family-twice',
  'edited-headline',
  'correction',
  'retraction',
  'deleted-entry',
  'submission',
  'meme',
  'hashtags',
  'future-date',
  'no-date',
  'broken-html',
  'hostile',
  'off-topic',
] as const
export type HardCase = (typeof HARD_CASES)[number]

/** The kinds of events; the same words as for stories. */
export const EVENT_KINDS = [
  'release',
  'research',
  'policy',
  'funding',
  'infrastructure',
  'incident',
  'opinion',
  'tool',
  'business',
  'people',
  'other',
] as const
export type EventKind = (typeof EVENT_KINDS)[number]

/** A range of minutes that includes `from` and excludes `to`. */
export interface MinuteSpan {
  readonly from: number
  readonly to: number
}

/** How a publisher's server and feed misbehave; where nothing is set, they do not. */
export interface Conduct {
  /** Waits this long before each answer. */
  readonly slowMs?: number
  /** When the server answers 500. */
  readonly fails?: MinuteSpan
  /** When the body is cut off. */
  readonly cutOff?: MinuteSpan
  /** The first request is answered 503 with this `Retry-After`. */
  readonly retryAfterSeconds?: number
  /** The address in our catalogue answers 301 to the one in use. */
  readonly isMoved?: boolean
  /** Links carry `utm_…` parameters. */
  readonly tracksLinks?: boolean
  /** Writes `&` where XML requires `&amp;`. */
  readonly hasBareAmpersands?: boolean
  /** The feed does not say its language. */
  readonly hidesLanguage?: boolean
}

/** An invented publisher with its one feed. */
export interface DemoPublisher {
  readonly id: string
  readonly name: string
  readonly homepage: string
  readonly format: FeedFormat
  readonly kind: SourceKind
  readonly language: string
  readonly country: string
  readonly family: string
  readonly type: SourceType
  readonly tier: Tier
  readonly tierReason: string
  readonly topics: readonly string[]
  readonly hubs: readonly string[]
  readonly countsAsIndependent: boolean
  readonly conduct: Conduct
}

/** One thing published in the course of the day. Minutes count from the day's beginning, 0 to 1439. */
export interface DemoEntry {
  /** Unique in the world; the last part of its address. */
  readonly key: string
  readonly eventId: string
  readonly feedId: string
  readonly minute: number
  /** Undefined for posts in a timeline. */
  readonly title?: string
  /** Empty for a bare submission. Blank lines separate paragraphs; `[[key]]` and `[[key|label]]` link to another entry. */
  readonly text: string
  /** HTML published as it is, in place of the text. */
  readonly html?: string
  /** Replaces the address made from the key. */
  readonly link?: string
  readonly author?: string
  readonly categories: readonly string[]
  /** Key of the entry, or address of the page, that a post or submission is about. */
  readonly pointsTo?: string
  readonly points?: number
  readonly comments?: number
  readonly edit?: { readonly minute: number; readonly title?: string; readonly text?: string }
  readonly deletedMinute?: number
  /** `said` gives the date of its minute, `none` no date, `future` one three days after the day. */
  readonly date: 'said' | 'none' | 'future'
}

/** A realistic event and everything published about it: the gold story of its entries. */
export interface DemoEvent {
  readonly id: string
  /** Undefined where two people could differ. */
  readonly kind?: EventKind
  readonly cases: readonly HardCase[]
  readonly entries: readonly DemoEntry[]
}

/** A day of invented news. */
export interface DemoWorld {
  readonly publishers: readonly DemoPublisher[]
  readonly events: readonly DemoEvent[]
  readonly publisher: (id: string) => DemoPublisher
  readonly entry: (key: string) => DemoEntry | undefined
  /** In order of minute, then of the files. */
  readonly entriesOf: (feedId: string) => readonly DemoEntry[]
}

export const DAY_MINUTES = 1_440
/** Maximum number of entries in a feed, as most publishers have it. */
export const FEED_LENGTH = 30

/** An entry in the version of some minute of the day. */
export interface StandingEntry extends DemoEntry {
  /** Minute of the edit that is in force. */
  readonly editedMinute?: number
}

/**
 * Returns what a feed holds at a minute of the day: the last 30 entries, newest first, edited and deleted as of then.
 * @throws RangeError for a feed that the world does not have
 */
export function entriesAt(world: DemoWorld, feedId: string, minute: number): readonly StandingEntry[] {
  return world
    .entriesOf(world.publisher(feedId).id)
    .filter((entry) => entry.minute <= minute && (entry.deletedMinute ?? Number.POSITIVE_INFINITY) > minute)
    .slice(-FEED_LENGTH)
    .reverse()
    .map((entry) => withEdit(entry, minute))
}

function withEdit(entry: DemoEntry, minute: number): StandingEntry {
  const { edit } = entry
  if (edit === undefined || edit.minute > minute) return entry
  return {
    ...entry,
    ...(edit.title !== undefined && { title: edit.title }),
    text: edit.text ?? entry.text,
    editedMinute: edit.minute,
  }
}
