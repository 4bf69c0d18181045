import { HOUR_MS, type Instant } from '../lib/instant.ts'
import type { Explanation } from '../rank/types.ts'
import type { Coverage } from '../story/types.ts'
import type { Headline, Summary } from '../summary/types.ts'
import { type Brief, type BriefStory, byRank } from './select.ts'

/** A story with everything that a written brief says about it. */
export interface WrittenStory extends BriefStory {
  readonly headline: Headline
  readonly summary: Summary
  readonly explanation: Explanation
  readonly coverage: Coverage
}

/** A cited item: who published it, and where to read it. */
export interface CitedSource {
  readonly publisher: string
  readonly title: string
  readonly url?: string
}

/** Events that change what an edition said; `merged` and `split` count only for stories of an edition. */
export const CORRECTION_KINDS = ['corrected', 'retracted', 'reinstated', 'merged', 'split'] as const
export type CorrectionKind = (typeof CORRECTION_KINDS)[number]

/** A correction of something published. */
export interface EditionCorrection {
  readonly storyId: number
  readonly headline: string
  /** BCP 47; undefined in editions stored by older versions. */
  readonly headlineLanguage?: string
  readonly what: CorrectionKind
  /** The operator's reason, or the title of the item that a source withdrew; may be empty. */
  readonly reason: string
  /** The published sentence that is no longer supported. */
  readonly sentence?: string
  /** BCP 47, as far as the script reveals it. */
  readonly sentenceLanguage?: string
  /** The story that it was merged into, or that was split off it. */
  readonly into?: number
}

/** A correction of a story after its edition was stored. */
export interface EditionAmendment extends EditionCorrection {
  readonly at: Instant
}

/** A growing story: `owners` that report it, and `hours` since it was first published. */
export interface GrowingStory<S> {
  readonly story: S
  readonly owners: number
  readonly hours: number
}

/** Differences between an edition and the previous one; places count from 1. */
export interface EditionChanges {
  readonly before: string
  readonly carried: readonly {
    readonly id: number
    readonly headline: string
    readonly from: number
    readonly to: number
  }[]
  readonly gone: readonly { readonly id: number; readonly headline: string }[]
  readonly fresh: number
}

/** The dated edition of a day; built once and stored when the day is over. */
export interface Edition<S extends WrittenStory> extends Brief<S> {
  /** `YYYY-MM-DD` in `timeZone`. */
  readonly date: string
  readonly timeZone: string
  readonly toWatch: readonly GrowingStory<S>[]
  /** Number of stories hidden by the reader's words; undefined if the reader has none. */
  readonly hidden?: number
  readonly corrections: readonly EditionCorrection[]
  /** What became of a stored edition's stories since, oldest first. Looked up on reading, never stored. */
  readonly amendments?: readonly EditionAmendment[]
  /** Undefined if there is no edition of the day before. */
  readonly changes?: EditionChanges
  /** By item id. */
  readonly sources: Readonly<Record<number, CitedSource>>
}

/** Hours within which a story's latest report must have come for the story to count as growing. */
const GROWING_WITHIN_HOURS = 6
/** Maximum age of a growing story, since its first publication. */
const YOUNG_HOURS = 24
const MOST_TO_WATCH = 5

/**
 * Selects growing stories: first published within 24 hours, reported by two or more owners, the last report within six hours.
 * At most 5, ordered by owners per hour, highest first; hours count as at least one.
 *
 * @param told ids of stories that the edition has in full, which are excluded
 */
export function growingStories<S extends BriefStory>(
  stories: readonly S[],
  told: ReadonlySet<number>,
  asOf: Instant,
): readonly GrowingStory<S>[] {
  const pace = ({ owners, hours }: GrowingStory<S>) => owners / hours
  return stories
    .filter(({ id, coverage }) => {
      const isYoung = coverage.firstPublishedAt >= asOf - YOUNG_HOURS * HOUR_MS
      return !told.has(id) && isYoung && coverage.independent >= 2 && growsStill(coverage, asOf)
    })
    .sort(byRank)
    .map((story) => ({
      story,
      owners: story.coverage.independent,
      hours: Math.max(1, Math.ceil((asOf - story.coverage.firstPublishedAt) / HOUR_MS)),
    }))
    .sort((a, b) => pace(b) - pace(a))
    .slice(0, MOST_TO_WATCH)
}

function growsStill({ lastReportAt }: BriefStory['coverage'], asOf: Instant): boolean {
  return lastReportAt <= asOf && lastReportAt >= asOf - GROWING_WITHIN_HOURS * HOUR_MS
}

/** Compares an edition's stories with those of the previous edition. */
export function editionChanges(
  before: { readonly date: string; readonly stories: readonly { readonly story: WrittenStory }[] } | undefined,
  stories: readonly { readonly story: WrittenStory }[],
): EditionChanges | undefined {
  if (!before) return undefined
  const placeBefore = new Map(before.stories.map(({ story }, index) => [story.id, index + 1]))
  const ids = new Set(stories.map(({ story }) => story.id))
  const line = ({ id, headline }: WrittenStory) => ({ id, headline: headline.text })
  return {
    before: before.date,
    carried: stories.flatMap(({ story }, index) => {
      const from = placeBefore.get(story.id)
      return from === undefined ? [] : [{ ...line(story), from, to: index + 1 }]
    }),
    gone: before.stories.flatMap(({ story }) => (ids.has(story.id) ? [] : [line(story)])),
    fresh: stories.filter(({ story }) => !placeBefore.has(story.id)).length,
  }
}
