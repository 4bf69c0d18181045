import type { Instant } from '../lib/instant.ts'

/** A story's text in another language: asked for, made, or tried and refused by the check. */
export interface StoredTranslation {
  readonly storyId: number
  /** BCP 47, into which. */
  readonly language: string
  /** Of what was to be translated. */
  readonly inputHash: string
  readonly state: 'asked' | 'made' | 'refused'
  /** When it got this state. */
  readonly at: Instant
  readonly model: string
  /** Headline, sentences, impact; empty where it is not made. */
  readonly texts: readonly string[]
  /** Rules that a refused one broke. */
  readonly rules: readonly string[]
}

/** The translations that readers asked for; the latest for each story and language. */
export interface TranslationRecords {
  find(storyId: number, language: string): Promise<StoredTranslation | undefined>
  ofStory(storyId: number): Promise<readonly StoredTranslation[]>
  /** Those made into a language, of these stories. */
  madeOf(storyIds: readonly number[], language: string): Promise<readonly StoredTranslation[]>
  /** Puts it in the queue, unless it was asked for, made or refused of the same input before. */
  ask(wanted: Pick<StoredTranslation, 'storyId' | 'language' | 'inputHash' | 'at'>): Promise<void>
  /** Longest waiting. */
  nextAsked(): Promise<StoredTranslation | undefined>
  /** Replaces what is there for the story and language; nothing where the story is gone. */
  put(translation: StoredTranslation): Promise<void>
  /** Takes a request out of the queue. */
  remove(storyId: number, language: string): Promise<void>
}
