import type { ClusterSettings } from './cluster-settings.ts'

/**
 * Adjusts thresholds to the usual size of stories in a stream. Where stories are small, two that look alike are usually two events;
 * where they are large, they are two parts of one, so the same similarity is worth more. Look-alikes with names of their own, and
 * merges by translations and by meaning, have thresholds of their own, which do not change.
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
