import { HOUR_MS, type Instant } from '../lib/instant.ts'
import type { ClusterSettings } from './cluster-settings.ts'
import type { OpenStory } from './open-story.ts'

type Times = Pick<OpenStory, 'members'>

/**
 * Returns a factor by how close in time the items of two stories came: the pieces of an event run side by side, its stages follow
 * each other. It falls with the hours between their mean times, and rises above 1 at the same time. A lone item counts for nothing,
 * two stories of many items in full.
 *
 * @returns factor of their likeness, above 0, at most `sideGain`; 1 if a story has no date
 */
export function sideFactor(a: Times, b: Times, settings: ClusterSettings): number {
  const { sideHours, sideLoss, sideGain } = settings
  const near = nearnessOf(a, b, sideHours)
  const items = fewerItems(a, b)
  return near === undefined ? 1 : (near ** sideLoss * sideGain) ** ((items - 1) / (items + 3))
}

/**
 * Returns the same for two stories in different languages, whose words say little: a likelihood ratio of how near they are in time
 * to how near any two open stories are by chance. Where all is of one day, the same hour says nothing.
 *
 * @param usual as `usualNearness` gives it
 */
export function foreignSideFactor(a: Times, b: Times, usual: number, settings: ClusterSettings): number {
  const near = nearnessOf(a, b, settings.sideHours)
  const items = fewerItems(a, b)
  return near === undefined ? 1 : (near / usual) ** ((settings.foreignSide * (items - 1)) / (items + 1))
}

/** Pseudo-pairs at the same time: with few stories, their times tell little. */
const PRIOR_PAIRS = 10

/**
 * Returns how near in time two open stories of two items and more usually are, among those that may be merged at all: the mean of
 * e^(−hours between ÷ `sideHours`) over the pairs that are at most `windowHours` apart. Linear.
 *
 * @param times mean times of the items of each story, ascending
 * @returns in (0, 1]; 1 if there are no two
 */
export function usualNearness(
  times: Float64Array,
  { sideHours, windowHours }: Pick<ClusterSettings, 'sideHours' | 'windowHours'>,
): number {
  let sum = PRIOR_PAIRS
  let pairs = PRIOR_PAIRS
  // The summed nearness of the earlier stories within the window.
  let near = 0
  let first = 0
  for (let place = 0; place < times.length; place++) {
    const time = times[place]!
    if (place > 0) near *= nearness(time - times[place - 1]!, sideHours)
    for (; time - times[first]! > windowHours * HOUR_MS; first++) near -= nearness(time - times[first]!, sideHours)
    sum += Math.max(0, near)
    pairs += place - first
    near += 1
  }
  return sum / pairs
}

function nearnessOf(a: Times, b: Times, hours: number): number | undefined {
  const [timeA, timeB] = [meanTime(a), meanTime(b)]
  return timeA === undefined || timeB === undefined ? undefined : nearness(timeA - timeB, hours)
}

function fewerItems(a: Times, b: Times): number {
  return Math.min(a.members.length, b.members.length)
}

function nearness(milliseconds: number, hours: number): number {
  return Math.exp(-Math.abs(milliseconds) / (hours * HOUR_MS))
}

/** Returns the mean time of a story's members; undefined if none has one. */
export function meanTime({ members }: Times): Instant | undefined {
  let sum = 0
  let dated = 0
  for (const { at } of members) {
    if (at === undefined) continue
    sum += at
    dated++
  }
  return dated === 0 ? undefined : sum / dated
}
