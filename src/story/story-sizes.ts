import type { ClusterSettings } from './cluster-settings.ts'
import type { OpenStory } from './open-story.ts'

/**
 * How large the stories of a stream are: the mean number of members of the open ones with two and more. Members are few at most, so that
 * one story of hundreds says little. Linear in the open stories.
 *
 * @returns 1 where none has two
 */
export function usualSize(stories: Iterable<Pick<OpenStory, 'members' | 'isClosed'>>): number {
  let items = 0
  let counted = 0
  for (const { members, isClosed } of stories) {
    if (isClosed || members.length < 2) continue
    items += members.length
    counted++
  }
  return counted === 0 ? 1 : items / counted
}

/**
 * What is asked of items and stories to be put together, in a stream whose stories are so large. Where stories are small, two that look
 * alike are as a rule two events; where they are large, two parts of one: the same likeness is then worth more. Look-alikes with names of
 * their own, and merges by translations and meanings, have levels of their own, which stay.
 *
 * @param size as `usualSize` gives it
 */
export function askedOf(settings: ClusterSettings, size: number): ClusterSettings {
  const factor = Math.max(settings.leastAsked, Math.min(1, settings.largeStories / size))
  if (factor === 1) return settings
  return {
    ...settings,
    joinLevel: settings.joinLevel * factor,
    mergeLevel: settings.mergeLevel * factor,
    mergeShare: settings.mergeShare * factor,
    foreignMergeShare: settings.foreignMergeShare * factor,
    meaningMiddle: settings.meaningMiddle * factor,
  }
}
