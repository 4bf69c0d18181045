import type { Entity } from '../entity/types.ts'
import { HOUR_MS, type Instant } from '../lib/instant.ts'
import { type ClusterSettings, clusterSettings } from './cluster-settings.ts'
import { type ClustererState, readSnapshot, writeSnapshot } from './clusterer-snapshot.ts'
import { fingerprintAgreement } from './fingerprint-agreement.ts'
import { frontText } from './front-text.ts'
import { ItemTermReader, type ItemTerms, MAX_TITLE_LENGTH, type TranslatedWeights } from './item-terms.ts'
import { ItemMeaning } from './meaning/item-meaning.ts'
import { findMeaningMerges } from './meaning/meaning-merges.ts'
import { StoryMeanings } from './meaning/story-meanings.ts'
import { dueStories, findMerges, LOOK_GROWTH, mergeStories, type StoryPair } from './merge-pass.ts'
import { type OpenItem, packItem } from './open-item.ts'
import { joinStory, type OpenStory, openStory, partStory, removeMember } from './open-story.ts'
import { isOpinion } from './opinion.ts'
import { type Decision, rounded } from './receipt.ts'
import { ReceiptWriter } from './receipt-writer.ts'
import { isRemark } from './remark.ts'
import { isRoundUp } from './round-up.ts'
import { findSplit, type StorySplit } from './split-pass.ts'
import { StoryAddresses } from './story-addresses.ts'
import { StoryIndex } from './story-index.ts'
import { type StoryScore, scoreStories, storyProduct, toldBy } from './story-similarity.ts'
import { askedOf, usualSize } from './story-sizes.ts'
import { textNumber } from './term-hash.ts'
import { TermStatistics } from './term-statistics.ts'
import { packVector, SpreadVector, type TermVector } from './term-vector.ts'
import { findTranslatedMerges } from './translation/translated-merges.ts'
import { toldTranslated } from './translation/translated-terms.ts'
import type { WordTranslations } from './translation/word-translations.ts'
import type { Clusterer, ClusterInput, StoryChange } from './types.ts'
import { WordChunks } from './word-chunks.ts'

/** A clusterer that can be stopped and started. */
export interface OnlineClusterer extends Clusterer {
  /** Everything needed to go on as if never stopped, in parts that are written as they are read: before anything else is asked. */
  snapshot(): Iterable<Uint8Array>
  /**
   * Takes in an item whose story is known: what was decided before, or by an operator. A story number not open is opened;
   * new stories are numbered above it.
   */
  adopt(item: ClusterInput, storyId: number): void
  /** Lets go of an item that its source took back: nothing joins for it any more, and a story without items is closed. */
  withdraw(itemId: number, storyId: number): void
  /**
   * Forgets what it knows of a story and takes it in anew from these items, which it has seen before; from none: the story is
   * no more. What they count for in the statistics stays as it is.
   *
   * @param storyId undefined opens a new story
   * @returns the story's number
   */
  rebase(storyId: number | undefined, items: readonly ClusterInput[]): number
  /** From now on the story, if it is open, is neither merged nor split: an operator decided what is in it. */
  fix(storyId: number): void
  /** From now on stories that open are numbered above this: a number once given never names another story. */
  numberAfter(storyId: number): void
}

export interface ClustererOptions {
  /** Number of the first story opened; default 1. */
  readonly nextStoryId?: number
  readonly settings?: Partial<ClusterSettings>
  /** What words mean in English; without it, words of two languages are alike by their letters only. */
  readonly translations?: WordTranslations
  /** What an entity is; `gazetteer.entity` fits. Without it, every entity is taken for one that helps (salience 2). */
  readonly entityOf?: (id: string) => Pick<Entity, 'salience'> | undefined
  /** The model that the meanings of items come from, and how it is asked; a snapshot's of another are forgotten. */
  readonly meaningSpace?: string
}

/**
 * Gathers items into stories as they come. An item is held against the open stories that share terms with it, by the cosine
 * of TF-IDF vectors over words, names, numbers, entities and runs of letters, weighted by how rare they were when it arrived.
 * A story that turns out to hold two events is split as it grows; every `mergeEveryItems` items, those that have come to say
 * the same are merged. A link to a member, or a near-identical text, joins at once. A digest has a story of its own that
 * nothing joins for its words.
 */
export function createClusterer(options: ClustererOptions = {}): OnlineClusterer {
  return new TermClusterer(options)
}

/**
 * A clusterer that goes on where a snapshot was taken: same items, same stories, as if it had never stopped.
 *
 * @param options as the first time; `nextStoryId` only raises the number that the snapshot holds
 * @throws SnapshotError for bytes that this version did not write
 */
export function restoreClusterer(snapshot: Iterable<Uint8Array>, options: ClustererOptions = {}): OnlineClusterer {
  return new TermClusterer(options, readSnapshot(snapshot))
}

class TermClusterer implements OnlineClusterer {
  readonly #settings: ClusterSettings
  readonly #reader: ItemTermReader
  readonly #statistics: TermStatistics
  readonly #receipts: ReceiptWriter
  readonly #stories: Map<number, OpenStory>
  readonly #index: StoryIndex
  readonly #addresses: StoryAddresses
  readonly #meanings: StoryMeanings
  /** Stories that items came to since the last look for merges. */
  readonly #grown = new Set<OpenStory>()
  /** Where what is remembered of items lies. */
  readonly #chunks = new WordChunks()
  /** Holds the item being placed. */
  readonly #spread = new SpreadVector()
  #nextStoryId: number
  #arrivals: number
  /** Of the stories when they were last looked at. */
  #usualSize: number
  /** The settings, as such stories ask. */
  #asked: ClusterSettings
  /** The latest date seen: what time it is, as far as items tell. */
  #latestAt: Instant | undefined

  constructor(options: ClustererOptions, state?: ClustererState) {
    this.#settings = clusterSettings(options.settings)
    this.#reader = new ItemTermReader(
      this.#settings,
      (id) => options.entityOf?.(id)?.salience ?? 2,
      options.translations,
    )
    this.#statistics = state?.statistics ?? new TermStatistics()
    this.#receipts = new ReceiptWriter(this.#settings, this.#reader, this.#statistics)
    this.#stories = new Map(state?.stories)
    this.#index = new StoryIndex(this.#settings, state?.index, this.#stories)
    this.#addresses = new StoryAddresses(this.#stories.values())
    this.#meanings = new StoryMeanings(options.meaningSpace ?? '', state?.meanings)
    for (const id of state?.grownIds ?? []) this.#grown.add(this.#stories.get(id)!)
    this.#nextStoryId = Math.max(options.nextStoryId ?? 1, state?.nextStoryId ?? 1)
    this.#arrivals = state?.arrivals ?? 0
    this.#usualSize = state?.usualSize ?? 1
    this.#asked = askedOf(this.#settings, this.#usualSize)
    this.#latestAt = state?.latestAt
  }

  assign(given: ClusterInput): readonly StoryChange[] {
    const input = knownForm(given)
    const terms = this.#reader.read(input)
    const item = this.#openItem(input, terms)
    const decision = this.#decide(input, item, this.#meaningOf(input, item))
    const isNew = decision.rule === 'opened'
    const receipt = this.#receipts.ofArrival(item, terms, decision)
    const known = isNew ? undefined : decision.best!.story
    this.#count(item, terms, known)
    const story = known ?? this.#open(input, item)
    if (known !== undefined) this.#join(known, input, item)
    this.#countArrival(input, item)
    const placed: StoryChange = { type: isNew ? 'created' : 'joined', storyId: story.id, itemId: item.id, receipt }
    if (this.#arrivals % this.#settings.mergeEveryItems !== 0) return [placed, ...this.#splitIfDue(story)]
    const isRound = this.#arrivals % CLOSE_EVERY_ITEMS < this.#settings.mergeEveryItems
    if (isRound) this.#closeOldStories()
    if (isRound || this.#arrivals < CLOSE_EVERY_ITEMS) this.#learnSize()
    return [placed, ...this.#reexamine()]
  }

  /** Learns how large stories are: while they are few at each look for merges, then more seldom, for it looks at all. */
  #learnSize(): void {
    this.#usualSize = usualSize(this.#stories.values())
    this.#asked = askedOf(this.#settings, this.#usualSize)
  }

  /** Two events that met in one story part as soon as each has items enough: readers need not wait for the next look at all. */
  #splitIfDue(story: OpenStory): readonly StoryChange[] {
    const { isClosed, isFixed, isMergedByMeaning, summedItems } = story
    if (isClosed || isFixed || isMergedByMeaning || !isLookedAt(summedItems)) return []
    const split = findSplit(story, this.#settings)
    return split === undefined ? [] : [this.#split(split)]
  }

  stories(): readonly { readonly storyId: number; readonly itemIds: readonly number[] }[] {
    return [...this.#stories.values()]
      .sort((a, b) => a.id - b.id)
      .map(({ id, itemIds }) => ({ storyId: id, itemIds: [...itemIds] }))
  }

  adopt(given: ClusterInput, storyId: number): void {
    const input = knownForm(given)
    const terms = this.#reader.read(input)
    const item = this.#openItem(input, terms)
    this.#count(item, terms, this.#stories.get(storyId))
    this.#takeIn(input, item, storyId)
    this.#countArrival(input, item)
  }

  /** Puts an item, that `#spread` holds, into the story of that number. */
  #takeIn(input: ClusterInput, item: OpenItem, storyId: number): void {
    const story = this.#stories.get(storyId)
    if (story === undefined) this.#open(input, item, storyId)
    else this.#join(story, input, item)
    this.numberAfter(storyId)
  }

  rebase(storyId: number | undefined, inputs: readonly ClusterInput[]): number {
    const id = storyId ?? this.#nextStoryId
    const known = this.#stories.get(id)
    if (known !== undefined) this.#forget(known)
    for (const input of inputs.map(knownForm)) this.#takeIn(input, this.#openItem(input, this.#reader.read(input)), id)
    if (known?.isFixed) this.fix(id)
    return id
  }

  #forget(story: OpenStory): void {
    this.#stories.delete(story.id)
    this.#grown.delete(story)
    this.#meanings.forget(story.id)
    this.#addresses.remove([story])
    this.#index.remove([story])
  }

  fix(storyId: number): void {
    const story = this.#stories.get(storyId)
    if (story !== undefined) story.isFixed = true
  }

  numberAfter(storyId: number): void {
    this.#nextStoryId = Math.max(this.#nextStoryId, storyId + 1)
  }

  withdraw(itemId: number, storyId: number): void {
    const story = this.#stories.get(storyId)
    const at = story?.itemIds.indexOf(itemId) ?? -1
    if (story === undefined || at < 0) return
    story.itemIds.splice(at, 1)
    removeMember(story, itemId)
    this.#addresses.removeItem(story, itemId)
    if (story.itemIds.length === 0 || story.members.length === 0) this.#forget(story)
  }

  snapshot(): Iterable<Uint8Array> {
    return writeSnapshot({
      nextStoryId: this.#nextStoryId,
      arrivals: this.#arrivals,
      usualSize: this.#usualSize,
      latestAt: this.#latestAt,
      stories: this.#stories,
      grownIds: [...this.#grown].map(({ id }) => id),
      statistics: this.#statistics,
      index: this.#index.state(),
      meanings: this.#meanings.state(),
    })
  }

  /** The item as it will be remembered, its weights frozen; `#spread` holds it afterwards. */
  #openItem(input: ClusterInput, terms: ItemTerms): OpenItem {
    const language = this.#statistics.languageIndex(input.language)
    const { terms: numbers, weights } = terms.weights
    const rare = this.#statistics.weighByRarity(language, numbers, weights)
    const vector = packVector(numbers, rare, this.#settings.maxTerms)
    this.#spread.set(vector, terms.mentions)
    const front = frontText(input)
    const memory = {
      id: input.id,
      arrival: this.#arrivals,
      language,
      title: input.title.slice(0, MAX_TITLE_LENGTH),
      at: input.at,
      vector,
      ...(terms.translated && { translated: this.#translatedVector(terms.translated, language) }),
      names: sortedTerms(terms.names),
      entities: sortedTerms(terms.entities),
      figures: sortedTerms(terms.figures),
      versions: Uint32Array.from([...terms.versions].flat()),
      fingerprint: Uint32Array.from(input.fingerprint ?? []),
      frontLength: front.length,
      isRemark: isRemark(front),
      isOpinion: isOpinion({ ...input, categories: [] }),
      list: input.at === undefined || !input.publisher ? 0 : textNumber(`${input.at} ${input.publisher}`),
    }
    return packItem(memory, this.#chunks)
  }

  #translatedVector({ weights: { terms, weights } }: TranslatedWeights, language: number): TermVector {
    return packVector(terms, this.#statistics.weighByRarity(language, terms, weights), TRANSLATED_TERMS)
  }

  #meaningOf(input: ClusterInput, item: OpenItem): ItemMeaning | undefined {
    const direction = this.#meanings.centred(input.meaning, item.language)
    return direction && new ItemMeaning(item, direction, this.#meanings, this.#asked)
  }

  /**
   * The stories most like the item, best first: of those that share words with it, and those that mean the same. Where none of them is
   * one to join, those that share what its words mean are looked at too.
   */
  #scores(item: OpenItem, joinLevel: number, meaning: ItemMeaning | undefined): readonly StoryScore[] {
    const { comparedStories } = this.#settings
    const sharing = this.#index.nearest(item.vector, comparedStories)
    const found = [...new Set([...sharing, ...(meaning?.nearest(this.#stories) ?? [])])]
    const scores = this.#score(item, found, meaning)
    if (item.translated === undefined || (scores[0] !== undefined && scores[0].score >= joinLevel)) return scores
    const more = this.#index.nearest(item.translated, comparedStories).filter((story) => !found.includes(story))
    const others = this.#score(item, more, meaning)
    return [...scores, ...others].sort((a, b) => b.score - a.score || a.story.id - b.story.id)
  }

  #score(item: OpenItem, stories: readonly OpenStory[], meaning: ItemMeaning | undefined): StoryScore[] {
    return scoreStories(item, stories, this.#spread, this.#settings, this.#statistics, meaning)
  }

  #decide(input: ClusterInput, item: OpenItem, meaning: ItemMeaning | undefined): Decision {
    const { copyLevel, headlineCharacters, postShare } = this.#settings
    const joinLevel = rounded(this.#asked.joinLevel * (item.frontLength > headlineCharacters ? postShare : 1))
    const scores = this.#scores(item, joinLevel, meaning)
    const runnerUp = (best: StoryScore | undefined) => scores.find((score) => score.story !== best?.story)
    const linked = this.#addresses.find(input)
    if (linked !== undefined) {
      const { story, itemId } = linked
      const [known] = this.#score(item, [story], meaning)
      const nearest = story.members.filter((member) => member.id === itemId)
      const best = { story, score: 0, ...known, nearest: [...nearest, ...(known?.nearest ?? [])] }
      return { rule: 'link', threshold: 0, best, runnerUp: runnerUp(best) }
    }
    const [best] = scores
    if (input.form === 'digest') return { rule: 'opened', threshold: 1, best, runnerUp: runnerUp(best) }
    const copied = closestCopy(item, scores)
    if (copied !== undefined && copied.score >= copyLevel) {
      return { rule: 'copy', threshold: copyLevel, best: copied, runnerUp: runnerUp(copied) }
    }
    const rule = best !== undefined && best.score >= joinLevel ? 'content' : 'opened'
    return { rule, threshold: joinLevel, best, runnerUp: runnerUp(best) }
  }

  #open(input: ClusterInput, item: OpenItem, id = this.#nextStoryId++): OpenStory {
    const story = openStory(id, item, input.form === 'digest')
    this.#stories.set(id, story)
    this.#index.add(story)
    if (!story.isClosed) {
      this.#meanings.add(story.id, this.#meanings.centred(input.meaning, item.language))
      this.#index.addItem(story, item)
      this.#grown.add(story)
    }
    this.#addresses.add(input, story)
    return story
  }

  #join(story: OpenStory, input: ClusterInput, item: OpenItem): void {
    const linked = this.#addresses.find(input)
    this.#addresses.add(input, story)
    // A digest put into a story by its address or by hand must not draw other events to it.
    if (input.form === 'digest') {
      story.itemIds.push(item.id)
      return
    }
    const joining = linked?.story === story ? item.bindTo(linked.itemId) : item
    joinStory(story, joining, storyProduct(story, item, this.#spread), this.#settings.comparedMembers)
    if (story.isClosed) return
    this.#meanings.add(story.id, this.#meanings.centred(input.meaning, item.language))
    this.#index.addItem(story, item)
    this.#grown.add(story)
  }

  /** @param story the one that the item, which `#spread` holds, is about to join */
  #count(item: OpenItem, { weights, translated }: ItemTerms, story: OpenStory | undefined): void {
    const toldOf = story && toldBy(story, this.#spread)
    this.#statistics.count(item.language, weights.terms, toldOf)
    if (translated !== undefined) {
      const more = translated.meanings.map(({ term }) => term).filter((term) => !weights.terms.includes(term))
      this.#statistics.countMore(item.language, more, story && toldTranslated(story))
    }
    if (item.at !== undefined) this.#latestAt = Math.max(this.#latestAt ?? item.at, item.at)
  }

  #countArrival(input: ClusterInput, item: OpenItem): void {
    this.#meanings.count(input.meaning, item.language)
    this.#arrivals++
  }

  #closeOldStories(): void {
    const { windowHours, keptItems, keptUndatedItems } = this.#settings
    const oldest = (this.#latestAt ?? 0) - windowHours * HOUR_MS
    const old: OpenStory[] = []
    for (const story of this.#stories.values()) {
      const since = this.#arrivals - story.lastArrival
      const isOld = story.lastAt === undefined ? since > keptUndatedItems : since > keptItems && story.lastAt < oldest
      if (isOld) old.push(story)
    }
    // Cleaning the index takes a walk through all of it: worth it for many.
    if (old.length < Math.max(CLOSED_AT_ONCE, this.#stories.size / 20)) return
    for (const story of old) {
      this.#stories.delete(story.id)
      this.#grown.delete(story)
      this.#meanings.forget(story.id)
    }
    this.#addresses.remove(old)
    this.#index.remove(old)
    this.#chunks.compact([...this.#stories.values()].flatMap(({ members }) => members))
  }

  /** Splits and merges stories that grew: first in two what holds two events, then what says the same into one. */
  #reexamine(): readonly StoryChange[] {
    const grown = [...this.#grown]
    const due = dueStories(grown)
    this.#grown.clear()
    // What was merged for its meaning differs in its words: they cannot tell that it is two events.
    const judged = due.filter((story) => !story.isMergedByMeaning)
    const splits = judged.flatMap((story) => findSplit(story, this.#settings) ?? [])
    const parted = new Set(splits.map(({ story }) => story))
    const changes = splits.map((split) => this.#split(split))
    const merges = findMerges(
      due.filter((story) => !parted.has(story)),
      this.#index,
      this.#asked,
    )
    const taken = new Set(merges.flatMap(({ older, younger }) => [older, younger]))
    for (const story of parted) taken.add(story)
    const translated =
      this.#reader.translates && this.#statistics.languages > 1
        ? findTranslatedMerges(grown, this.#index, this.#settings, taken, this.#statistics)
        : []
    const meant = findMeaningMerges(grown, this.#stories, this.#meanings, this.#settings, taken)
    return [...changes, ...[...merges, ...translated, ...meant].map((pair) => this.#merge(pair))]
  }

  #split(split: StorySplit): StoryChange {
    const { story, leaving } = split
    const receipt = this.#receipts.ofSplit(split)
    const parted = partStory(story, leaving, this.#nextStoryId++)
    this.#stories.set(parted.id, parted)
    this.#index.add(parted)
    for (const item of leaving) this.#index.addItem(parted, item)
    this.#addresses.moveItems(parted.itemIds, story, parted)
    return { type: 'split', storyId: parted.id, fromStoryId: story.id, itemIds: [...parted.itemIds], receipt }
  }

  #merge(pair: StoryPair): StoryChange {
    const { older, younger } = pair
    const receipt = this.#receipts.ofMerge(pair)
    mergeStories(pair, this.#settings.comparedMembers)
    this.#stories.delete(younger.id)
    this.#grown.delete(younger)
    this.#grown.add(older)
    this.#addresses.redirect(younger, older)
    this.#index.redirect(younger, older)
    this.#meanings.merge(older.id, younger.id)
    for (const member of younger.members) this.#index.addItem(older, member)
    return { type: 'merged', storyId: older.id, fromStoryId: younger.id, receipt }
  }
}

/** A post that strings several events together is a digest, whatever its feed calls it. */
function knownForm(input: ClusterInput): ClusterInput {
  return input.form !== 'digest' && isRoundUp(frontText(input)) ? { ...input, form: 'digest' } : input
}

function sortedTerms(terms: ReadonlySet<number>): Uint32Array {
  return Uint32Array.from(terms).sort()
}

/** Most terms of an item that are held against items in other languages: a title has a dozen. */
const TRANSLATED_TERMS = 48
/** Arrivals between two looks for old stories, and how many are let go at a time at least. */
const CLOSE_EVERY_ITEMS = 1_000
const CLOSED_AT_ONCE = 500

/** Sizes at which a story is looked at as it grows: each a quarter above the last, so that looking costs what joining does. */
function isLookedAt(items: number): boolean {
  const step = (count: number) => Math.floor(Math.log(count) / Math.log(LOOK_GROWTH))
  return items > 3 && step(items) > step(items - 1)
}

/** The story with a member of which the item is most a copy. */
function closestCopy(item: OpenItem, scores: readonly StoryScore[]): StoryScore | undefined {
  let best: StoryScore | undefined
  for (const { story, nearest } of scores) {
    for (const member of nearest) {
      const score = fingerprintAgreement(item.fingerprint, member.fingerprint)
      if (score > (best?.score ?? 0)) best = { story, score, nearest: [member] }
    }
  }
  return best
}
