import type { Gazetteer } from '../entity/types.ts'
import type { Coverage, Member, StoryKind } from '../story/types.ts'
import type { RankInput } from './signal.ts'

/** Items that are the document, whoever carries them. */
const PRIMARY_FORMS: ReadonlySet<string> = new Set(['paper', 'release'])

/**
 * Gathers what the rank of a story depends on.
 *
 * @param story members, their coverage, kind and entities
 * @param earlierStories stories of the same kind about the same main entities in the 7 days before this one opened
 * @param isWeekKnown false for a story that began before stories had been told for 7 days: that none came before says little
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

/** A report by a primary source, or a paper or release itself, whoever carries it short of an open community. */
function isPrimaryDocument({ role, tier, item }: Member): boolean {
  return role === 'report' && (tier === 1 || (tier < 4 && PRIMARY_FORMS.has(item.form)))
}
