import type { EntityType } from '../entity/types.ts'
import { isOpinion } from '../story/opinion.ts'
import { STORY_KINDS, type StoryItem, type StoryKind } from '../story/types.ts'
import { isOwnVoice, type KindFeature, kindFeatures, wordOfFeature } from './kind-features.ts'
import { type FiledUnder, filedUnder } from './kind-sections.ts'
import { KIND_BIAS, KIND_WEIGHTS } from './kind-weights.ts'
import { OWN_KIND_BIAS, OWN_KIND_WEIGHTS } from './own-kind-weights.ts'

/**
 * Priors by an item's form, mark or publisher, in logits. They are set by hand, because the headlines from which the other weights are
 * learned do not show these. The mark of an opinion outweighs whatever the opinion is about.
 */
export const PRIORS: readonly {
  readonly kind: StoryKind
  readonly logit: number
  /** Whether the item's form alone decides it, so that the form can be shown as the reason. */
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

/** Types of publishers that mark opinions. */
const NEWSROOMS: ReadonlySet<string> = new Set(['press', 'wire', 'trade', 'government'])
/** Types that mark none: essays stand among releases, and are rarer there than in the examples, where they are one in ten. */
const LABS: ReadonlySet<string> = new Set(['lab', 'research'])

/** Floor of a probability, so that no single item can veto a kind. */
const LEAST_PROBABILITY = 1e-4
const NOWHERE: readonly FiledUnder[] = []
const NO_WORDS: readonly string[] = []
/** Pairs with hiragana, which are endings and particles more often than words. */
const GRAMMAR = /^pair:.*\p{Script=Hiragana}/u

export type EntityTypeOf = (entityId: string) => EntityType | undefined

type KindWeights = readonly (readonly [kind: number, weight: number])[]

/** Coefficients of one logistic regression. */
interface KindModel {
  readonly bias: readonly number[]
  readonly weights: ReadonlyMap<string, KindWeights>
  /** Feature by word, for words and pairs that have weights; other words are ignored. */
  readonly told: ReadonlyMap<string, string>
}

/** A weight as `scripts/train-kinds.ts` writes it: the letter of a kind, then hundredths of a logit. */
const WEIGHT = /([a-k])(-?\d+)/g
const A = 'a'.charCodeAt(0)

/** Separate models for reports on others and for makers on their own work, where the same word indicates another kind. */
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

/** The classification of one item. */
export interface Reading {
  /** In the order of `STORY_KINDS`. */
  readonly probabilities: readonly number[]
  readonly logProbabilities: readonly number[]
  /** Features of the item that have weights. */
  readonly shown: readonly ShownFeature[]
  /** Sections in which its publisher filed it; empty unless the publisher writes about its own work. */
  readonly filed: readonly FiledUnder[]
}

/** A feature with the words that show it and its weight for each kind, in logits. */
export interface ShownFeature extends KindFeature {
  readonly weights: KindWeights
}

/** Cache: a story is classified again with each item that joins, while its other items stay unchanged. */
const readings = new WeakMap<StoryItem, Reading>()

/** Classifies an item; the result is cached for the lifetime of the item object. */
export function readingOf(item: StoryItem, entityType: EntityTypeOf): Reading {
  const before = readings.get(item)
  if (before) return before
  const { bias, weights, told } = modelOf(item)
  const shown: ShownFeature[] = []
  for (const [feature, each] of kindFeatures(item, entityType, told)) {
    const ofFeature = weights.get(feature)
    if (ofFeature) shown.push({ ...each, words: GRAMMAR.test(feature) ? NO_WORDS : each.words, weights: ofFeature })
  }
  const filed = isOwnVoice(item) ? filedUnder(item) : NOWHERE
  const logits = [...bias]
  for (const { strength, weights: ofFeature } of shown) {
    for (const [kind, weight] of ofFeature) logits[kind]! += weight * strength
  }
  for (const { kind, logit, holds } of PRIORS) if (holds(item)) logits[STORY_KINDS.indexOf(kind)]! += logit
  for (const { section } of filed) logits[STORY_KINDS.indexOf(section.kind)]! += section.logit
  const probabilities = softmax(logits)
  const logProbabilities = probabilities.map((each) => Math.log(Math.max(LEAST_PROBABILITY, each)))
  const reading: Reading = { probabilities, logProbabilities, shown, filed }
  readings.set(item, reading)
  return reading
}

/** Returns the softmax of the logits: probabilities that sum to 1. */
export function softmax(logits: readonly number[]): readonly number[] {
  const most = Math.max(...logits)
  const exponentials = logits.map((logit) => Math.exp(logit - most))
  const sum = exponentials.reduce((total, value) => total + value, 0)
  return exponentials.map((value) => value / sum)
}
