import { loadTranslations } from '../../src/run/translations.ts'
import { clusterSettings } from '../../src/story/cluster-settings.ts'
import { ItemTermReader } from '../../src/story/item-terms.ts'
import { ItemMeaning } from '../../src/story/meaning/item-meaning.ts'
import type { MeaningVector } from '../../src/story/meaning/meaning-vector.ts'
import { StoryMeanings } from '../../src/story/meaning/story-meanings.ts'
import { type OpenItem, packItem } from '../../src/story/open-item.ts'
import { openStory } from '../../src/story/open-story.ts'
import { scoreStories } from '../../src/story/story-similarity.ts'
import { TermStatistics } from '../../src/story/term-statistics.ts'
import { packVector, SpreadVector } from '../../src/story/term-vector.ts'
import { WordChunks } from '../../src/story/word-chunks.ts'
import { benchFile } from '../bench-folder.ts'
import { shippedGazetteer } from '../clustering/shipped-gazetteer.ts'
import { readJsonLines } from '../rank/bench-lines.ts'

/*
 * Question: is an English report of the same event found by the Chinese title alone, without dates?
 * Data: 76 Chinese titles and 166 English bullets on AI news, written apart; that both link one address makes them a pair, and is no input.
 * Method: the score by which an item joins a story, each English bullet a story of one item; R@1, ties at the middle.
 */

interface Pair {
  readonly zh_id: string
  readonly en_id: string
  readonly zh_title: string
  readonly en_text: string
}

/** Share of Chinese titles whose counterpart comes first, and comes among the first five. */
export interface CounterpartScore {
  readonly titles: number
  readonly first: number
  readonly firstFive: number
}

/**
 * @param vectors what an embedding model makes of each text; without it, words alone
 * @returns undefined, after one line that says so, where the data is absent
 */
export function benchCounterparts(vectors?: ReadonlyMap<string, MeaningVector>): CounterpartScore | undefined {
  const file = benchFile('cross-lingual/independent-en-zh.jsonl.gz')
  if (file === undefined) return undefined
  const pairs = readJsonLines<Pair>(file)
  const chinese = new Map(pairs.map(({ zh_id, zh_title }) => [zh_id, zh_title]))
  const english = new Map(pairs.map(({ en_id, en_text }) => [en_id, en_text]))
  const wanted = new Map<string, Set<string>>()
  for (const { zh_id, en_id } of pairs) wanted.set(zh_id, (wanted.get(zh_id) ?? new Set()).add(en_id))

  const gazetteer = shippedGazetteer()
  const settings = clusterSettings()
  const reader = new ItemTermReader(settings, (id) => gazetteer.entity(id)?.salience ?? 2, loadTranslations())
  const statistics = new TermStatistics()
  const read = (title: string, language: string) => {
    const mentions = gazetteer.findEntities(title)
    return reader.read({ title, text: '', language, entityIds: [...new Set(mentions.map(({ entityId }) => entityId))] })
  }
  const texts = [
    ...[...english].map(([id, title]) => ({ id, language: 'en', title, terms: read(title, 'en') })),
    ...[...chinese].map(([id, title]) => ({ id, language: 'zh', title, terms: read(title, 'zh') })),
  ]
  for (const { language, title, terms } of texts) {
    const table = statistics.languageIndex(language)
    statistics.count(table, terms.weights.terms)
    statistics.countFront(table, title.length)
    const own = new Set(terms.weights.terms)
    const more = terms.translated?.weights.terms.filter((term) => !own.has(term)) ?? []
    statistics.countMore(table, more)
  }
  const chunks = new WordChunks()
  const items = texts.map(({ language, title, terms }, id): OpenItem => {
    const table = statistics.languageIndex(language)
    const meant = terms.translated?.weights
    const translated =
      meant && packVector(meant.terms, statistics.weighByRarity(table, meant.terms, meant.weights), settings.maxTerms)
    const rare = statistics.weighByRarity(table, terms.weights.terms, terms.weights.weights)
    const memory = {
      id,
      arrival: id,
      language: table,
      title,
      vector: packVector(terms.weights.terms, rare, settings.maxTerms),
      ...(translated && { translated }),
      names: Uint32Array.from(terms.names).sort(),
      entities: Uint32Array.from(terms.entities).sort(),
      figures: Uint32Array.from(terms.figures).sort(),
      versions: Uint32Array.from([...terms.versions].flat()),
      fingerprint: new Uint32Array(0),
      list: 0,
      frontLength: title.length,
      isRemark: false,
      isOpinion: false,
      maker: 0,
    }
    return packItem(memory, chunks)
  })
  const stories = items.slice(0, english.size).map((item) => openStory(item.id + 1, item, false))
  const meaningOf = vectors && readMeanings(items, english.size, vectors)
  const spread = new SpreadVector()
  let first = 0
  let firstFive = 0
  for (const [index, { id }] of texts.entries()) {
    if (index < english.size) continue
    spread.set(items[index]!.vector)
    const item = items[index]!
    const meaning = meaningOf?.(item)
    const scores = stories.map((story) => scoreStories(item, [story], spread, settings, statistics, meaning)[0]!.score)
    const best = Math.max(...scores.filter((_, at) => wanted.get(id)!.has(texts[at]!.id)))
    const better = scores.filter((score) => score > best).length
    const equal = scores.filter((score) => score === best).length
    const rank = better + (equal + 1) / 2
    if (rank < 2) first++
    if (rank < 6) firstFive++
  }
  return { titles: chinese.size, first: first / chinese.size, firstFive: firstFive / chinese.size }
}

/** The meanings of all, each less the mean of its language; of the first `stories` items those of the stories too. */
function readMeanings(items: readonly OpenItem[], stories: number, vectors: ReadonlyMap<string, MeaningVector>) {
  const meanings = new StoryMeanings('')
  for (const { title, language } of items) meanings.count(vectors.get(title), language)
  const centred = ({ title, language }: OpenItem) => meanings.centred(vectors.get(title), language)
  for (const item of items.slice(0, stories)) meanings.add(item.id + 1, centred(item))
  return (item: OpenItem) => new ItemMeaning(item, centred(item)!, meanings, clusterSettings())
}
