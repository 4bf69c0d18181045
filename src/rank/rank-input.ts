import type { Gazetteer } from '../entity/types.ts'
import type { Coverage, Member, StoryKind } from '../story/types.ts'
import type { RankInput } from './signal.ts'

/** Forms of items that are primary documents, whoever carries them. */
const PRIMARY_FORMS: ReadonlySet<string> = new Set(['paper', 'release'])

/**
 * Gathers the inputs of a story's rank.
 *
 * @param earlierStories number of stories of the same kind about the same main entities in the 7 days before this one opened
 * @param isWeekKnown false if stories were recorded for less than 7 days before this one, so that 0 earlier stories say little
 */
export function rankInput(
  story: {
    readonly members: readonly Member[]
    readonly coverage: Coverage
    readonly kind: StoryKind
    readonly entityIds: readonly string[]
  },
  gazetteer: Pick<Gazetteer, 'entity'>,
  earlierStories: number,
  isWeekKnown = true,
): RankInput {
  const { coverage, kind, members } = story
  const telling = new Set(story.entityIds.filter((id) => (gazetteer.entity(id)?.salience ?? 1) >= 2))
  return {
    independent: coverage.independent,
    familiesByTier: coverage.familiesByTier,
    hasPrimaryDocument: members.some(isPrimaryDocument),
    kind,
    tellingNames: telling.size,
    earlierStories,
    ...(isWeekKnown ? {} : { isWeekKnown }),
    firstPublishedAt: coverage.firstPublishedAt,
    lastReportAt: coverage.lastReportAt,
  }
}

/** Whether a report is by a primary source, or is itself a paper or release in a source of tier 1 to 3. */
function isPrimaryDocument({ role, tier, item }: Member): boolean {
  return role === 'report' && (tier === 1 || (tier < 4 && PRIMARY_FORMS.has(item.form)))
}
