import type { ClusterSettings } from './cluster-settings.ts'

/**
 * What is asked of items and stories to be put together, in a stream whose stories are so large. Where stories are small, two that look
 * alike are as a rule two events; where they are large, two parts of one: the same likeness is then worth more. Look-alikes with names of
 * their own, and merges by translations and meanings, have levels of their own, which stay.
 *
 * @param size as `StoryCensus` gives it
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
