import type { Gazetteer } from '../entity/types.ts'
import type { Instant } from '../lib/instant.ts'
import { NumberedStrings } from '../lib/numbered-strings.ts'
import type { StoryRecord } from '../store/story-types.ts'
import { type Chapter, chapterOf, type ToldChapter } from '../story/chapter.ts'
import { findPrevious, type NameRarity, type Previously } from '../story/instalments.ts'
import { KeptChapter } from '../story/kept-chapter.ts'
import { WordChunks } from '../story/word-chunks.ts'
import { StoriesByKey, type StoryKey } from './stories-by-key.ts'

/** A term is common, and so ignored, if more stories have it than this share of all and than this number. */
const COMMON_SHARE = 0.01
const COMMON_STORIES = 8
/** Maximum number of stories considered per key, the latest: a company has hundreds in three weeks, and the last ones are continued. */
const LOOKED_AT = 60

type Subject = Omit<StoryRecord, 'revision'>

/** Remembers what the stories of the last weeks name, to find the one that a story continues. */
export class SagaIndex implements NameRarity {
  readonly #chapters = new Map<number, KeptChapter>()
  readonly #chunks = new WordChunks()
  /** Words of an entity's names, in lower case, by its id. */
  readonly #words = new Map<string, readonly string[]>()
  readonly #byKey = new StoriesByKey()
  readonly #strings = new NumberedStrings()

  constructor(private readonly gazetteer: Gazetteer) {}

  /**
   * Adds a story, or replaces what is known about it.
   *
   * @returns its chapter; undefined for a story that is not published, which takes no part in sagas
   */
  put(story: Subject): ToldChapter | undefined {
    this.remove(story.id)
    if (story.state !== 'published') return undefined
    const told = this.#read(story)
    this.#chapters.set(story.id, new KeptChapter(told, this.#chunks, this.#strings))
    for (const key of this.#keys(told)) this.#byKey.add(key, story.id)
    return told
  }

  remove(storyId: number): void {
    const chapter = this.#chapters.get(storyId)
    if (!chapter) return
    this.#chapters.delete(storyId)
    for (const key of this.#keys(chapter)) this.#byKey.remove(key, storyId)
  }

  /** Returns the story that this one continues, if there is one. */
  findPrevious(chapter: ToldChapter): Previously | undefined {
    const candidates = new Set<number>()
    for (const key of this.#keys(chapter)) {
      if (typeof key === 'number' && this.isCommon(key)) continue
      for (const id of this.#byKey.latest(key, LOOKED_AT)) candidates.add(id)
    }
    return findPrevious(
      chapter,
      [...candidates].map((id) => this.#chapters.get(id)!),
      this,
    )
  }

  salienceOf = (entityId: string): 1 | 2 | 3 => {
    const entity = this.gazetteer.entity(entityId)
    return entity === undefined || entity.type === 'place' ? 1 : entity.salience
  }

  isCommon = (term: number): boolean =>
    this.#byKey.count(term) > Math.max(COMMON_STORIES, this.#chapters.size * COMMON_SHARE)

  /** Forgets stories that began before this instant. */
  forget(before: Instant): void {
    for (const chapter of this.#chapters.values()) if (chapter.firstPublishedAt < before) this.remove(chapter.id)
    this.#chunks.compact([...this.#chapters.values()])
  }

  #read({ id, kind, coverage, headline, summary, entityIds }: Subject): ToldChapter {
    const named = this.gazetteer.findEntities(headline.text)
    return chapterOf({
      ...{ id, kind, entityIds },
      firstPublishedAt: coverage.firstPublishedAt,
      language: headline.language,
      headline: headline.text,
      headlineEntityIds: named.map(({ entityId }) => entityId),
      entityWords: this.#entityWords([...entityIds, ...named.map(({ entityId }) => entityId)]),
      sentences: summary.sentences.map(({ text }) => text),
    })
  }

  #entityWords(entityIds: readonly string[]): ReadonlySet<string> {
    const words = new Set<string>()
    for (const id of entityIds) for (const word of this.#wordsOf(id)) words.add(word)
    return words
  }

  #wordsOf(entityId: string): readonly string[] {
    let words = this.#words.get(entityId)
    if (!words) {
      const names = Object.values(this.gazetteer.entity(entityId)?.names ?? {}).flat()
      words = [...new Set(names.flatMap((name) => name.toLowerCase().split(/[\s,.()-]+/)))]
      this.#words.set(entityId, words)
    }
    return words
  }

  /** Returns the keys of a chapter; a set, as the hash of a version may equal that of a figure or a name. */
  #keys({ entityIds, names, figures, versions }: Chapter): ReadonlySet<StoryKey> {
    const telling = entityIds.filter((id) => this.salienceOf(id) > 1)
    return new Set([...telling, ...names, ...figures, ...versions])
  }
}
