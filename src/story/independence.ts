import type { Member } from './types.ts'

/**
 * Returns whether a report of a story counts as independent: its source counts, and is of tier 4 only where no source of tier 1 to 3
 * reports the story.
 *
 * @param reports all reports of the story
 */
export function independenceAmong(
  reports: readonly Pick<Member, 'tier'>[],
): (report: Pick<Member, 'tier'> & { readonly isCounted: boolean }) => boolean {
  const isCommunityOnly = reports.every(({ tier }) => tier === 4)
  return ({ tier, isCounted }) => isCounted && (tier < 4 || isCommunityOnly)
}
