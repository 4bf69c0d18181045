import { isOpinion } from '../story/opinion.ts'
import { type Member, STORY_KINDS, type StoryKind } from '../story/types.ts'
import { type EntityTypeOf, readingOf } from './kind-reading.ts'

/** Probability that a kind needs, as the mean over the reports; below it the kind is `other`. With eleven kinds chance is .09. */
const FLOOR = 0.14
/**
 * Log-odds by which another kind must be ahead before a story changes to it, so that its history does not go to and fro. In the 214
 * events of the demo day 0 gives 12 changes, 1 of them back, and the right kind to 109 of 135; 1.5 and 2 give 7, 0 and 110; 3 gives 5, 0
 * and 110.
 */
const CHANGES_BEYOND = 2
/**
 * Reports that the first one counts for: who follows tells of consequences, too. On the demo day, in five orders, 1, 1.5, 2 and 3 give 109, 109.6,
 * 110.6 and 110.6 of 135 events; on AI news 2 gives 77.3 % in place of 76.2. The first of the best tier, or the first published, gains the same.
 */
const FIRST_COUNTS = 2

/**
 * What kind of event a story is, by weights over words, entity types and forms; no model.
 *
 * A multinomial logistic regression (scripts/train-kinds.ts, on data/kind-examples*.tsv, and for makers on their own work on
 * data/kind-examples-own.tsv too) gives each report a probability for each kind; the story's kind has the highest product over its
 * reports (over all members, if none is a report), where the first counts twice. An opinion is a story whose independent reports are all opinions, whatever they
 * are about. Measured in bench/rank/kind.ts.
 *
 * The reports are heard one after the other as they were stored, and a kind stays unless another is ahead by far: the outcome depends on them
 * and not on how often the story was told meanwhile. The order of `members` changes nothing.
 *
 * @param entityType type of an entity by id
 */
export function storyKind(members: readonly Member[], entityType: EntityTypeOf): StoryKind {
  return decideKind(members, entityType).kind
}

/** What kind a story is, and by which reports. */
export interface KindDecision {
  readonly kind: StoryKind
  /** The reports heard when the story came to its kind. */
  readonly decidedBy: readonly Member[]
}

/** As `storyKind`, with what its reason is found in. */
export function decideKind(members: readonly Member[], entityType: EntityTypeOf): KindDecision {
  const voters = votersOf(members)
  const logs = STORY_KINDS.map(() => 0)
  const shares = STORY_KINDS.map(() => 0)
  let kind: StoryKind | undefined
  let deciding = 0
  let votes = 0
  let isAllOpinion = true
  for (const [index, voter] of voters.entries()) {
    const { probabilities, logProbabilities } = readingOf(voter.item, entityType)
    const counts = countsFor(index)
    for (let each = 0; each < logs.length; each++) {
      logs[each]! += counts * logProbabilities[each]!
      shares[each]! += counts * probabilities[each]!
    }
    votes += counts
    isAllOpinion &&= isOpinionVote(voter)
    const now = isAllOpinion ? 'opinion' : kindAfter(logs, shares, votes, kind)
    if (now !== kind) deciding = index + 1
    kind = now
  }
  return { kind: kind ?? 'other', decidedBy: voters.slice(0, deciding) }
}

function kindAfter(
  logs: readonly number[],
  shares: readonly number[],
  votes: number,
  before: StoryKind | undefined,
): StoryKind {
  const best = logs.indexOf(Math.max(...logs))
  const isTold = shares[best]! / votes >= FLOOR
  if (before === undefined) return isTold ? STORY_KINDS[best]! : 'other'
  const isClear = logs[best]! - logs[STORY_KINDS.indexOf(before)]! > CHANGES_BEYOND
  return isTold && isClear ? STORY_KINDS[best]! : before
}

/** @param place of a report among those heard, from 0 */
export function countsFor(place: number): number {
  return place === 0 ? FIRST_COUNTS : 1
}

/** As they were stored. */
function votersOf(members: readonly Member[]): readonly Member[] {
  const reports = members.filter((member) => member.role === 'report')
  return [...(reports.length > 0 ? reports : members)].sort((a, b) => a.item.id - b.item.id)
}

export function areAllOpinions(read: readonly Member[]): boolean {
  return read.every(isOpinionVote)
}

function isOpinionVote(member: Member): boolean {
  return member.role === 'report' && isOpinionReport(member)
}

/** The story step lowers an opinion in a source of tier 1 or 2 to tier 3; in other sources the item itself says so. */
function isOpinionReport({ tier, item }: Member): boolean {
  return (tier === 3 && item.publisher.tier <= 2) || isOpinion(item)
}
