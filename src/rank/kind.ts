import { isOpinion } from '../story/opinion.ts'
import { type Member, STORY_KINDS, type StoryKind } from '../story/types.ts'
import { type EntityTypeOf, readingOf } from './kind-reading.ts'

/** Least mean probability of a kind over the reports; below it the kind is `other`. With eleven kinds, chance is 0.09. */
const FLOOR = 0.14
/**
 * Hysteresis: log-odds by which another kind must lead before a story changes to it, so that it does not flip back and forth. On the
 * 214 events of the demo day, 0 gives 12 changes, 1 of them back, and the right kind for 109 of 135; 1.5 and 2 give 7, 0 and 110;
 * 3 gives 5, 0 and 110.
 */
const CHANGES_BEYOND = 2
/**
 * Weight of the first report; later ones also tell of consequences. On the demo day, in five orders, 1, 1.5, 2 and 3 give 109, 109.6,
 * 110.6 and 110.6 of 135 events; on AI news, 2 gives 77.3 % instead of 76.2 %. Weighting the first of the best tier, or the first
 * published, gains the same.
 */
const FIRST_COUNTS = 2

/**
 * Classifies the event of a story by weights over words, entity types and forms; no language model.
 *
 * A multinomial logistic regression (scripts/train-kinds.ts, on data/kind-examples*.tsv, and for makers on their own work on
 * data/kind-examples-own.tsv too) gives each report a probability for each kind. The story's kind has the highest product over its
 * reports (over all members, if none is a report), where the first counts twice. A story is an opinion if all its independent reports
 * are, whatever they are about. Measured in bench/rank/kind.ts.
 *
 * The reports are evaluated in the order they were stored, and a kind stays unless another leads clearly. So the result depends on the
 * reports alone and not on how often it was computed; the order of `members` does not matter.
 *
 * @param entityType returns the type of an entity by id
 */
export function storyKind(members: readonly Member[], entityType: EntityTypeOf): StoryKind {
  return decideKind(members, entityType).kind
}

/** The kind of a story, with the reports that decided it. */
export interface KindDecision {
  readonly kind: StoryKind
  /** The reports up to the one that gave the story its kind. */
  readonly decidedBy: readonly Member[]
}

/** Classifies a story as `storyKind` does, and also returns the deciding reports. */
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

/**
 * Returns the weight of a report.
 *
 * @param place position of the report in order of storage, from 0
 */
export function countsFor(place: number): number {
  return place === 0 ? FIRST_COUNTS : 1
}

/** Returns the reports, or all members if there are none, in the order they were stored. */
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

/** Whether a report is an opinion: the story step lowers those of a tier 1 or 2 source to tier 3; others are marked themselves. */
function isOpinionReport({ tier, item }: Member): boolean {
  return (tier === 3 && item.publisher.tier <= 2) || isOpinion(item)
}
