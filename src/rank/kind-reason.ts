import { type Member, STORY_KINDS, type StoryKind } from '../story/types.ts'
import { areAllOpinions, countsFor, type KindDecision } from './kind.ts'
import { STEM_LENGTH } from './kind-features.ts'
import { type EntityTypeOf, PRIORS, readingOf, type ShownFeature } from './kind-reading.ts'
import type { ReasonKey } from './reason-messages.ts'
import type { Phrase } from './types.ts'

/** Most words that the phrase shows. */
const SHOWN_WORDS = 3
/** Function words. They have weights, as `how` and `we` tell a guide from a report, but are not shown as reasons. */
const SMALL_WORDS: ReadonlySet<string> = new Set(
  (
    'a an and are as at be but by can could do does for from had has have how if in into is it its may more most not of on or our ' +
    'that the their this to us was we were what when which who why will with you your'
  ).split(' '),
)

/** Scripts in which a run of characters, not a pair, is a word. */
const PAIR_OF_RUN = [
  { pair: /^\p{Script=Hangul}{2}$/u, run: /\p{Script=Hangul}+/gu },
  { pair: /^[\p{Script=Katakana}ー]{2}$/u, run: /[\p{Script=Katakana}ー]+/gu },
] as const
const HAN = /^\p{Script=Han}{2,4}$/u
/** Characters of a report in which whole words are looked for; features come from no more than these. */
const READ_LENGTH = 600

type KindReason = Phrase & { readonly key: ReasonKey }

/**
 * Explains why a story has its kind and not the second most likely one, from the reports that decided it.
 *
 * The phrase names the strongest evidence for the one against the other: words, the publisher's section, or manner (how it is worded
 * and what it names). If none of these favours the kind, the phrase says that such publishers mostly write about it.
 */
export function kindReason({ kind, decidedBy }: KindDecision, entityType: EntityTypeOf): KindReason {
  if (kind === 'opinion' && areAllOpinions(decidedBy)) return { key: 'kind-opinion', params: {} }
  if (kind === 'other') return { key: 'kind-none', params: {} }
  const isOfForm = PRIORS.some(
    (prior) => prior.isOfForm && prior.kind === kind && decidedBy.every(({ item }) => prior.holds(item)),
  )
  if (isOfForm) return { key: 'kind-form', params: { form: decidedBy[0]!.item.form } }
  const { words, sections, ofManner } = evidenceFor({ kind, decidedBy }, entityType)
  const text = textOf(decidedBy)
  const telling = tellingWords(words, text)
  const [section, ofSection] = [...sections].sort(([, a], [, b]) => b - a)[0] ?? ['', 0]
  const ofWords = telling.reduce((sum, [, lead]) => sum + lead, 0)
  if (Math.max(ofWords, ofSection, ofManner) <= 0) return { key: 'kind-usual', params: {} }
  if (ofSection > ofWords && ofSection >= ofManner) return { key: 'kind-filed', params: { section } }
  return ofManner > ofWords
    ? { key: 'kind-title', params: {} }
    : { key: 'kind-words', params: { words: telling.map(([word]) => asWritten(word, text)).join(', ') } }
}

/** Evidence for a kind against the second most likely one, in logits summed over the deciding reports. */
interface Evidence {
  /** By word, without function words. */
  readonly words: ReadonlyMap<string, number>
  /** By the name of a section. */
  readonly sections: ReadonlyMap<string, number>
  /** From the shape of titles, the types of entities they name, and function words. */
  readonly ofManner: number
}

function evidenceFor({ kind, decidedBy }: KindDecision, entityType: EntityTypeOf): Evidence {
  const rival = rivalOf({ kind, decidedBy }, entityType)
  const [own, other] = [STORY_KINDS.indexOf(kind), STORY_KINDS.indexOf(rival)]
  const words = new Map<string, number>()
  const sections = new Map<string, number>()
  let ofManner = 0
  for (const [place, { item }] of decidedBy.entries()) {
    const { shown, filed } = readingOf(item, entityType)
    const counts = countsFor(place)
    for (const feature of shown) {
      const lead = counts * feature.strength * (weightOf(feature, own) - weightOf(feature, other))
      const told = feature.words.filter((word) => !SMALL_WORDS.has(word))
      ofManner += told.length === 0 ? lead : (lead * (feature.words.length - told.length)) / feature.words.length
      for (const word of told) words.set(word, (words.get(word) ?? 0) + lead / feature.words.length)
    }
    for (const { section, name } of filed) {
      const lead = section.kind === kind ? section.logit : section.kind === rival ? -section.logit : 0
      sections.set(name, (sections.get(name) ?? 0) + counts * lead)
    }
  }
  return { words, sections, ofManner }
}

function weightOf({ weights }: ShownFeature, kind: number): number {
  return weights.find(([each]) => each === kind)?.[1] ?? 0
}

/** Returns the second most likely kind. */
function rivalOf({ kind, decidedBy }: KindDecision, entityType: EntityTypeOf): StoryKind {
  const logOf = (index: number) =>
    decidedBy.reduce(
      (sum, { item }, place) => sum + countsFor(place) * readingOf(item, entityType).logProbabilities[index]!,
      0,
    )
  const others = STORY_KINDS.map((each, index) => [each, logOf(index)] as const).filter(([each]) => each !== kind)
  return others.reduce((best, each) => (each[1] > best[1] ? each : best))[0]
}

function textOf(decidedBy: readonly Member[]): string {
  return decidedBy
    .map(({ item }) => `${item.title}\n${item.text.slice(0, READ_LENGTH)}`.slice(0, READ_LENGTH))
    .join('\n')
}

/** A word as readers see it, and its lead for the kind in logits. */
type Told = readonly [word: string, lead: number]

/** Returns the words with the largest lead, best first; character pairs are replaced by the words that contain them. */
function tellingWords(words: ReadonlyMap<string, number>, text: string): readonly Told[] {
  const telling = [...words].filter(([, lead]) => lead > 0)
  telling.sort(([a, leadA], [b, leadB]) => leadB - leadA || (a < b ? -1 : 1))
  const told: Told[] = []
  // `launch` and `launches`, or a phrase and a word of it, are shown once.
  for (const [part, lead] of telling) {
    const word = wholeWord(part, text)
    const same = told.findIndex(([each]) => isPartOf(each, word) || isPartOf(word, each) || joined(each, word, text))
    if (same < 0 && told.length < SHOWN_WORDS) told.push([word, lead])
    if (same < 0) continue
    const [before, itsLead] = told[same]!
    const longer = joined(before, word, text)
    if (longer !== undefined || before === word) told[same] = [longer ?? word, itsLead + lead]
  }
  return told
}

const CAPITALS = /^\p{Lu}[^\p{Ll}]*\p{Lu}s?$/u

/** Returns an acronym in capitals if the reports write it so (MW, GPUs), and any other word in lower case. */
function asWritten(word: string, text: string): string {
  if (!/^[a-z]{2,6}$/.test(word)) return word
  const written = new RegExp(`(?<![A-Za-z])${word}(?![A-Za-z])`, 'i').exec(text)?.[0] ?? word
  return CAPITALS.test(written) ? written : word
}

/** Expands a pair of Hangul or katakana characters to the word that contains it; returns others unchanged. */
function wholeWord(part: string, text: string): string {
  const run = PAIR_OF_RUN.find((pattern) => pattern.pair.test(part))?.run
  return (run && [...text.matchAll(run)].map(([word]) => word).find((word) => word.includes(part))) ?? part
}

/** Joins overlapping Han pairs, in either order, if the text has the result: 半導 and 導体 to 半導体. */
function joined(one: string, other: string, text: string): string | undefined {
  if (!HAN.test(one) || !HAN.test(other)) return undefined
  const [longer] = [one + other.slice(1), other + one.slice(1)].filter(
    (whole, index) => (index === 0 ? one.at(-1) === other[0] : other.at(-1) === one[0]) && text.includes(whole),
  )
  return longer
}

/** Whether another word contains this word's stem. */
function isPartOf(word: string, other: string): boolean {
  return other.includes(word.slice(0, STEM_LENGTH))
}
