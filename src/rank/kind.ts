import type { EntityType } from '../entity/types.ts'
import { isOpinion } from '../story/opinion.ts'
import { type Member, STORY_KINDS, type StoryItem, type StoryKind } from '../story/types.ts'
import { isOwnVoice, type KindFeature, kindFeatures, STEM_LENGTH, wordOfFeature } from './kind-features.ts'
import { filedUnder } from './kind-sections.ts'
import { KIND_BIAS, KIND_WEIGHTS } from './kind-weights.ts'
import { OWN_KIND_BIAS, OWN_KIND_WEIGHTS } from './own-kind-weights.ts'
import type { ReasonKey } from './reason-messages.ts'
import type { Phrase } from './types.ts'

/**
 * What an item is by its form or its publisher, in logits: headlines, from which the other weights are learned, do not show it.
 * An opinion by its mark outweighs whatever the opinion is about.
 */
const PRIORS: readonly {
  readonly kind: StoryKind
  readonly logit: number
  /** By the form of the item alone, which is a reason to be told. */
  readonly isOfForm?: boolean
  readonly holds: (item: StoryItem) => boolean
}[] = [
  { kind: 'opinion', logit: 8, holds: isOpinion },
  { kind: 'opinion', logit: -3, holds: (item) => !isOpinion(item) && NEWSROOMS.has(item.publisher.type) },
  { kind: 'opinion', logit: -1, holds: (item) => !isOpinion(item) && LABS.has(item.publisher.type) },
  { kind: 'research', logit: 4, isOfForm: true, holds: ({ form }) => form === 'paper' },
  { kind: 'tool', logit: 2, isOfForm: true, holds: ({ form }) => form === 'release' },
  { kind: 'policy', logit: 1, holds: ({ publisher }) => publisher.type === 'government' },
  { kind: 'research', logit: 1, holds: ({ publisher }) => publisher.type === 'research' },
]

/** Publishers that mark what is opinion. */
const NEWSROOMS: ReadonlySet<string> = new Set(['press', 'wire', 'trade', 'government'])
/** They mark nothing: an essay stands among releases, and is rarer there than among the examples, of which one in ten is one. */
const LABS: ReadonlySet<string> = new Set(['lab', 'research'])

/** Probability that a kind needs, as the mean over the reports; below it the kind is `other`. With eleven kinds chance is .09. */
const FLOOR = 0.14
/** No item vetoes a kind alone. */
const LEAST_PROBABILITY = 1e-4
/**
 * Log-odds by which another kind must be ahead before a story changes to it, so that its history does not go to and fro. On the demo
 * day 0 gives 24 changes, 5 of them back, and the right kind to 130 of 189 stories; 1.5 gives 11, 1 and 128; 2 gives 9, 0 and 128; 3
 * gives 6, 0 and 126.
 */
const CHANGES_BEYOND = 2
/** Words that the phrase shows. */
const SHOWN_WORDS = 3
/** They weigh, as `how` and `we` tell a guide from a report, but no reader takes one for a reason. */
const SMALL_WORDS: ReadonlySet<string> = new Set(
  (
    'a an and are as at be but by can could do does for from had has have how if in into is it its may more most not of on or our ' +
    'that the their this to us was we were what when which who why will with you your'
  ).split(' '),
)

type KindWeights = readonly (readonly [kind: number, weight: number])[]

/** What features say of a kind. */
interface KindModel {
  readonly bias: readonly number[]
  readonly weights: ReadonlyMap<string, KindWeights>
  /** The words with a weight, by their feature; of the others nothing is made. */
  readonly told: ReadonlyMap<string, string>
}

/** A kind by its letter, and hundredths of a logit: as `scripts/train-kinds.ts` writes them. */
const WEIGHT = /([a-k])(-?\d+)/g
const A = 'a'.charCodeAt(0)

/** Reports on others, and what makers write about their own work: of both, the same word tells another kind. */
const OF_REPORTS = kindModel(KIND_BIAS, KIND_WEIGHTS)
const OF_OWN_VOICES = kindModel(OWN_KIND_BIAS, OWN_KIND_WEIGHTS)

function kindModel(bias: readonly number[], table: string): KindModel {
  const weights = new Map(
    table
      .trim()
      .split('\n')
      .map((line) => {
        const [feature = '', cells = ''] = line.split(' ')
        const ofKinds = [...cells.matchAll(WEIGHT)].map(
          ([, kind, hundredths]) => [kind!.charCodeAt(0) - A, Number(hundredths) / 100] as const,
        )
        return [feature, ofKinds]
      }),
  )
  const told = [...weights.keys()].flatMap((feature) => {
    const word = wordOfFeature(feature)
    return word === undefined ? [] : [[word, feature] as const]
  })
  return { bias, weights, told: new Map(told) }
}

function modelOf(item: StoryItem): KindModel {
  return isOwnVoice(item) ? OF_OWN_VOICES : OF_REPORTS
}

type EntityTypeOf = (entityId: string) => EntityType | undefined

/**
 * What kind of event a story is, by weights over words, entity types and forms; no model.
 *
 * A multinomial logistic regression (scripts/train-kinds.ts, on data/kind-examples*.tsv, and for makers on their own work on
 * data/kind-examples-own.tsv too) gives each report a probability for each kind; the story's kind has the highest product over its
 * reports (over all members, if none is a report). An opinion is a story whose independent reports are all opinions, whatever they
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

/** Why a story has its kind, in words of the reports that decided it: those that came later would say the same again. */
export function kindReason(
  { kind, decidedBy }: KindDecision,
  entityType: EntityTypeOf,
): Phrase & { readonly key: ReasonKey } {
  if (kind === 'opinion' && areAllOpinions(decidedBy)) return { key: 'kind-opinion', params: {} }
  if (kind === 'other') return { key: 'kind-none', params: {} }
  const isOfForm = PRIORS.some(
    (prior) => prior.isOfForm && prior.kind === kind && decidedBy.every(({ item }) => prior.holds(item)),
  )
  if (isOfForm) return { key: 'kind-form', params: { form: decidedBy[0]!.item.form } }
  const words = tellingWords(decidedBy, kind, entityType)
  return words === '' ? { key: 'kind-title', params: {} } : { key: 'kind-words', params: { words } }
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
  let isAllOpinion = true
  for (const [index, voter] of voters.entries()) {
    const { probabilities, logProbabilities } = readingOf(voter.item, entityType)
    for (let each = 0; each < logs.length; each++) {
      logs[each]! += logProbabilities[each]!
      shares[each]! += probabilities[each]!
    }
    isAllOpinion &&= isOpinionVote(voter)
    const now = isAllOpinion ? 'opinion' : kindAfter(logs, shares, index + 1, kind)
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

/** As they were stored. */
function votersOf(members: readonly Member[]): readonly Member[] {
  const reports = members.filter((member) => member.role === 'report')
  return [...(reports.length > 0 ? reports : members)].sort((a, b) => a.item.id - b.item.id)
}

function areAllOpinions(read: readonly Member[]): boolean {
  return read.every(isOpinionVote)
}

function isOpinionVote(member: Member): boolean {
  return member.role === 'report' && isOpinionReport(member)
}

/** The story step lowers an opinion in a source of tier 1 or 2 to tier 3; in other sources the item itself says so. */
function isOpinionReport({ tier, item }: Member): boolean {
  return (tier === 3 && item.publisher.tier <= 2) || isOpinion(item)
}

/** What is read of an item. */
interface Reading {
  /** In the order of `STORY_KINDS`. */
  readonly probabilities: readonly number[]
  readonly logProbabilities: readonly number[]
  /** Features that words show. */
  readonly worded: readonly (readonly [feature: string, shown: KindFeature])[]
}

/** A story is told again with each item that joins, and the others are as they were. */
const readings = new WeakMap<StoryItem, Reading>()

function readingOf(item: StoryItem, entityType: EntityTypeOf): Reading {
  const before = readings.get(item)
  if (before) return before
  const { bias, weights, told } = modelOf(item)
  const features = kindFeatures(item, entityType, told)
  const logits = [...bias]
  for (const [feature, { strength }] of features) {
    for (const [kind, weight] of weights.get(feature) ?? []) logits[kind]! += weight * strength
  }
  for (const { kind, logit, holds } of PRIORS) if (holds(item)) logits[STORY_KINDS.indexOf(kind)]! += logit
  if (isOwnVoice(item))
    for (const { section } of filedUnder(item)) logits[STORY_KINDS.indexOf(section.kind)]! += section.logit
  const worded = [...features].filter(([, { words }]) => words.length > 0)
  const probabilities = softmax(logits)
  const logProbabilities = probabilities.map((each) => Math.log(Math.max(LEAST_PROBABILITY, each)))
  const reading: Reading = { probabilities, logProbabilities, worded }
  readings.set(item, reading)
  return reading
}

/** @returns shares that sum up to 1 */
export function softmax(logits: readonly number[]): readonly number[] {
  const most = Math.max(...logits)
  const exponentials = logits.map((logit) => Math.exp(logit - most))
  const sum = exponentials.reduce((total, value) => total + value, 0)
  return exponentials.map((value) => value / sum)
}

/** The words that speak most for a kind, in all reports together. */
function tellingWords(read: readonly Member[], kind: StoryKind, entityType: EntityTypeOf): string {
  const index = STORY_KINDS.indexOf(kind)
  const shares = new Map<string, number>()
  for (const { item } of read) {
    const { weights } = modelOf(item)
    for (const [feature, { strength, words }] of readingOf(item, entityType).worded) {
      const weight = weights.get(feature)?.find(([each]) => each === index)?.[1] ?? 0
      if (weight > 0) for (const word of words) shares.set(word, (shares.get(word) ?? 0) + weight * strength)
    }
  }
  const telling = [...shares].sort(([a, shareA], [b, shareB]) => shareB - shareA || (a < b ? -1 : 1))
  const shown: string[] = []
  // `launch` and `launches`, or a phrase and a word of it, are told once.
  for (const [word] of telling) {
    if (SMALL_WORDS.has(word)) continue
    if (shown.length < SHOWN_WORDS && !shown.some((each) => isPartOf(each, word) || isPartOf(word, each)))
      shown.push(word)
  }
  return shown.join(', ')
}

/** Whether a word, or its beginning, stands in another. */
function isPartOf(word: string, other: string): boolean {
  return other.includes(word.slice(0, STEM_LENGTH))
}
