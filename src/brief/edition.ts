import { HOUR_MS, type Instant } from '../lib/instant.ts'
import type { Explanation } from '../rank/types.ts'
import type { Coverage } from '../story/types.ts'
import type { Headline, Summary } from '../summary/types.ts'
import { type Brief, type BriefStory, byRank } from './select.ts'

/** A story with all that a written brief says of it. */
export interface WrittenStory extends BriefStory {
  readonly headline: Headline
  readonly summary: Summary
  readonly explanation: Explanation
  readonly coverage: Coverage
}

/** Where a cited item is to be read. */
export interface CitedSource {
  readonly publisher: string
  readonly title: string
  readonly url?: string
}

/** Events that change what an edition said: the last two only of stories that an edition had. */
export const CORRECTION_KINDS = ['corrected', 'retracted', 'reinstated', 'merged', 'split'] as const
export type CorrectionKind = (typeof CORRECTION_KINDS)[number]

/** Something that had been published and was put right since. */
export interface EditionCorrection {
  readonly storyId: number
  readonly headline: string
  /** BCP 47; editions that were kept before it was told have none. */
  readonly headlineLanguage?: string
  readonly what: CorrectionKind
  /** The operator's, or the title under which a source took an item back; may be empty. */
  readonly reason: string
  /** What was published and is said no more. */
  readonly sentence?: string
  /** BCP 47, as far as its script tells it. */
  readonly sentenceLanguage?: string
  /** The story it was merged into, or that was split off it. */
  readonly into?: number
}

/** What became of a story after the edition that has it was kept. */
export interface EditionAmendment extends EditionCorrection {
  readonly at: Instant
}

/** A story that grows: owners that report it, and the hours since the first did. */
export interface GrowingStory<S> {
  readonly story: S
  readonly owners: number
  readonly hours: number
}

/** How an edition differs from the one before: places from 1. */
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

/** The dated edition of a day, as it is built once and kept. */
export interface Edition<S extends WrittenStory> extends Brief<S> {
  /** `YYYY-MM-DD` in `timeZone`. */
  readonly date: string
  readonly timeZone: string
  readonly toWatch: readonly GrowingStory<S>[]
  /** Stories that are left out because words of a reader hide them; undefined where there are no such words. */
  readonly hidden?: number
  readonly corrections: readonly EditionCorrection[]
  /** Of an edition that is kept, oldest first: what became of its stories since. Looked up when it is read, never stored. */
  readonly amendments?: readonly EditionAmendment[]
  /** Undefined where there is no edition before. */
  readonly changes?: EditionChanges
  /** By item id. */
  readonly sources: Readonly<Record<number, CitedSource>>
}

/** Hours before the end of an edition within which a story must have found another owner to be one that grows. */
const GROWING_WITHIN_HOURS = 6
/** Stories older than that have grown up. */
const YOUNG_HOURS = 24
const MOST_TO_WATCH = 5

/**
 * Stories not among those told that are young and still finding owners: two or more, the last within six hours. Fastest first,
 * by owners an hour (at least one hour).
 *
 * @param told ids of stories that the edition tells
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

/** What an edition's stories are to those of the edition before. */
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
