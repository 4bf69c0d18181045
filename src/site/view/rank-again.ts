import type { Instant } from '../../lib/instant.ts'
import { rankStory } from '../../rank/rank.ts'
import { type RankMove, whatWouldMoveIt } from '../../rank/reason.ts'
import { parseWeights } from '../../rank/weights.ts'
import type { StoryRecord } from '../../store/story-types.ts'

/**
 * Returns the stories with scores under a reader's weights as of `now`, best first; of equal scores, the older story first, as in every list by score.
 *
 * @param own the reader's weights, which override those in force
 */
export function rankWith(
  own: string,
  inForce: string | undefined,
  stories: readonly StoryRecord[],
  now: Instant,
): readonly StoryRecord[] {
  const weights = parseWeights(own, parseWeights(inForce ?? ''))
  return stories
    .map((story) => {
      const explanation = rankStory(story.rankInput, now, weights)
      return { ...story, explanation, score: explanation.value, rankedAt: now }
    })
    .sort((a, b) => b.score - a.score || a.id - b.id)
}

/** Computes what would change a story's score, by ranking it again under the weights in force. */
export function movesOf(story: StoryRecord, now: Instant, weights: string | undefined): readonly RankMove[] {
  return whatWouldMoveIt(story.rankInput, now, parseWeights(weights ?? ''))
}
