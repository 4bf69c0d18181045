import type { Entity, Gazetteer } from '../../entity/types.ts'
import { oncePerObject } from '../../lib/once-per-object.ts'
import type { StoryRecord } from '../../store/story-types.ts'
import type { ParameterFault } from '../query-parameters.ts'
import { foldedText, wordPattern } from './hidden-words.ts'

/** What a list needs to know of a story to tell whether a word hides it. */
export type HideableStory = Pick<StoryRecord, 'headline' | 'entityIds'>

/** Words not to see, in force for one list. */
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

/** A gazetteer's entity never changes; a list names the same ones again and again. */
const foldedNames = oncePerObject(({ names }: Entity) => Object.values(names).flat().map(foldedText).join('\n'))

/**
 * Words are looked for in a story's headline, in all languages that it has one in, and in the names of whom and what it is about, in all
 * languages: the same story is hidden whatever language its reader reads in.
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

/** Words that a list's address has, for the views of lists without other filters. */
export interface ListWords {
  readonly hide?: readonly string[]
  /** What of the address could not be used; programs are refused, people are told. */
  readonly faults?: readonly ParameterFault[]
}

/** What an address of a list says of words. */
export interface ListHiding {
  /** Words of the address. */
  readonly hide?: readonly string[]
  /** What the list was asked for by: a word of the reader's own that is in it hides nothing there. */
  readonly askedFor?: readonly string[]
}

/** The words of an address and those of the reader's own list, which hide nothing that is asked for by name. */
export function wordsInForce({ hide = [], askedFor = [] }: ListHiding, own: readonly string[]): readonly string[] {
  const asked = askedFor.map(foldedText).join('\n')
  const patterns = new Map(
    own.map((word) => [wordPattern(word) ?? '', word] as const).filter(([pattern]) => !asked.includes(pattern)),
  )
  for (const word of hide) patterns.set(wordPattern(word) ?? '', word)
  return [...patterns.values()]
}
