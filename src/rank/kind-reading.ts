import type { EntityType } from '../entity/types.ts'
import { isOpinion } from '../story/opinion.ts'
import { STORY_KINDS, type StoryItem, type StoryKind } from '../story/types.ts'
import { isOwnVoice, type KindFeature, kindFeatures, wordOfFeature } from './kind-features.ts'
import { type FiledUnder, filedUnder } from './kind-sections.ts'
import { KIND_BIAS, KIND_WEIGHTS } from './kind-weights.ts'
import { OWN_KIND_BIAS, OWN_KIND_WEIGHTS } from './own-kind-weights.ts'

/**
 * What an item is by its form or its publisher, in logits: headlines, from which the other weights are learned, do not show it.
 * An opinion by its mark outweighs whatever the opinion is about.
 */
export const PRIORS: readonly {
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

/** No item vetoes a kind alone. */
const LEAST_PROBABILITY = 1e-4
const NOWHERE: readonly FiledUnder[] = []
const NO_WORDS: readonly string[] = []
/** Pairs with hiragana in them are endings and particles more often than words. */
const GRAMMAR = /^pair:.*\p{Script=Hiragana}/u

export type EntityTypeOf = (entityId: string) => EntityType | undefined

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

/** What is read of an item. */
export interface Reading {
  /** In the order of `STORY_KINDS`. */
  readonly probabilities: readonly number[]
  readonly logProbabilities: readonly number[]
  /** What it shows that has weights. */
  readonly shown: readonly ShownFeature[]
  /** Where its publisher filed it, if that counts. */
  readonly filed: readonly FiledUnder[]
}

/** A feature with the words that show it, and what it says of each kind in logits. */
export interface ShownFeature extends KindFeature {
  readonly weights: KindWeights
}

/** A story is told again with each item that joins, and the others are as they were. */
const readings = new WeakMap<StoryItem, Reading>()

/** What an item says of each kind; kept as long as the item is. */
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

/** @returns shares that sum up to 1 */
export function softmax(logits: readonly number[]): readonly number[] {
  const most = Math.max(...logits)
  const exponentials = logits.map((logit) => Math.exp(logit - most))
  const sum = exponentials.reduce((total, value) => total + value, 0)
  return exponentials.map((value) => value / sum)
}
