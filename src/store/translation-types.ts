import type { Instant } from '../lib/instant.ts'

/** A translation of a story: asked for, made, or made and refused by the check. */
export interface StoredTranslation {
  readonly storyId: number
  /** Target language, BCP 47. */
  readonly language: string
  /** Hash of the text to translate. */
  readonly inputHash: string
  readonly state: 'asked' | 'made' | 'refused'
  /** When it entered this state. */
  readonly at: Instant
  readonly model: string
  /** Headline, sentences, impact; empty unless made. */
  readonly texts: readonly string[]
  /** Rules of the check that a refused translation broke. */
  readonly rules: readonly string[]
}

/** Translations that readers asked for: the latest of each story and language. */
export interface TranslationRecords {
  find(storyId: number, language: string): Promise<StoredTranslation | undefined>
  ofStory(storyId: number): Promise<readonly StoredTranslation[]>
  /** Returns the translations of these stories that were made into a language. */
  madeOf(storyIds: readonly number[], language: string): Promise<readonly StoredTranslation[]>
  /** Queues a translation, unless one of the same input was asked for, made or refused before. */
  ask(wanted: Pick<StoredTranslation, 'storyId' | 'language' | 'inputHash' | 'at'>): Promise<void>
  /** Returns the request that has waited longest. */
  nextAsked(): Promise<StoredTranslation | undefined>
  /** Saves or replaces the translation of its story and language; does nothing if the story no longer exists. */
  put(translation: StoredTranslation): Promise<void>
  /** Removes a translation or request. */
  remove(storyId: number, language: string): Promise<void>
}
