import type { Entity, Gazetteer } from '../../entity/types.ts'
import { oncePerObject } from '../../lib/once-per-object.ts'
import type { StoryRecord } from '../../store/story-types.ts'
import type { ParameterFault } from '../query-parameters.ts'
import { foldedText, wordPattern } from './hidden-words.ts'

/** The part of a story that decides whether a word hides it. */
export type HideableStory = Pick<StoryRecord, 'headline' | 'entityIds'>

/** Hidden words, as one list applies them. */
export interface Hiding {
  readonly words: readonly string[]
  /** @returns the first word of the list that hides a story; undefined for one that is shown */
  wordOf(story: HideableStory): string | undefined
  isShown(story: HideableStory): boolean
  /** Whether a word of the list is in an entity's name, in any language. */
  hidesEntity(id: string): boolean
  /** Whether a word of the list is in a text that stands for a story. */
  hidesText(text: string): boolean
}

/** Folded names of an entity, cached: a gazetteer's entity never changes, and a list has the same ones again and again. */
const foldedNames = oncePerObject(({ names }: Entity) => Object.values(names).flat().map(foldedText).join('\n'))

/**
 * Creates the tests for a list of hidden words. They look in a story's headlines and in the names of its entities, in all languages, so that
 * the same story is hidden whatever language the reader uses.
 */
export function hidingBy(words: readonly string[], gazetteer: Pick<Gazetteer, 'entity'>): Hiding {
  const patterns = words.flatMap((word) => {
    const pattern = wordPattern(word)
    return pattern === undefined ? [] : [{ word, pattern }]
  })
  const wordIn = (folded: string) => patterns.find(({ pattern }) => folded.includes(pattern))?.word
  const namesOf = (id: string) => {
    const entity = gazetteer.entity(id)
    return entity ? foldedNames(entity) : ''
  }
  const find = oncePerObject(({ headline, entityIds }: HideableStory) => {
    const headlines = [headline, ...(headline.others ?? [])].map(({ text }) => foldedText(text))
    return wordIn([...headlines, ...entityIds.map(namesOf)].join('\n'))
  })
  const wordOf = patterns.length === 0 ? () => undefined : find
  return {
    words,
    wordOf,
    isShown: (story) => wordOf(story) === undefined,
    hidesEntity: (id) => wordIn(namesOf(id)) !== undefined,
    hidesText: (text) => wordIn(foldedText(text)) !== undefined,
  }
}

/** Hidden words in the address of a list without other filters. */
export interface ListWords {
  readonly hide?: readonly string[]
  /** Parameters that could not be used: programs are refused, people are told. */
  readonly faults?: readonly ParameterFault[]
}

/** What decides which hidden words apply to a list. */
export interface ListHiding {
  /** Words of the address. */
  readonly hide?: readonly string[]
  /** Names that the list was asked for by: a reader's own word that occurs in one hides nothing there. */
  readonly askedFor?: readonly string[]
}

/** Merges the words of an address with the reader's own, without own words that occur in what was asked for by name. */
export function wordsInForce({ hide = [], askedFor = [] }: ListHiding, own: readonly string[]): readonly string[] {
  const asked = askedFor.map(foldedText).join('\n')
  const patterns = new Map(
    own.map((word) => [wordPattern(word) ?? '', word] as const).filter(([pattern]) => !asked.includes(pattern)),
  )
  for (const word of hide) patterns.set(wordPattern(word) ?? '', word)
  return [...patterns.values()]
}
