import type { StoryKind } from '../story/types.ts'
import { wholeNumber } from './api/whole-number.ts'
import { writeHiddenWords } from './hidden/hidden-words.ts'
import { paths, withQuery } from './paths.ts'
import { FILTERS, type KnownIds, type ParameterFault, readParameters } from './query-parameters.ts'

/** Longer queries are cut: nobody types them, and each word costs a look-up. */
const MOST_CHARACTERS = 200

/** Hours that the form offers; an address may have any other. */
export const SEARCH_WINDOWS_HOURS = [24, 72, 168, 720] as const

/** What is looked for; every field is a parameter of the address, left out where it is undefined. */
export interface SearchQuery {
  /** The words, as understood; empty before anything was asked. */
  readonly q: string
  readonly kind?: StoryKind
  /** BCP 47; `zh` takes both scripts. */
  readonly language?: string
  /** Only stories with news in the last hours. */
  readonly hours?: number
  /** Words of stories that are folded away. */
  readonly hide?: readonly string[]
}

/** Ten years. */
export const hoursParameter = wholeNumber(1, 24 * 3650)

const { kind, language, hide } = FILTERS
const PARAMETERS = { kind, language, hours: hoursParameter, hide }

/** Reads the address of the search or of its feed; filters that cannot be used are left out of the query, and said. */
export function readSearchQuery(
  valuesOf: (name: string) => readonly string[],
  known: KnownIds,
): { readonly query: SearchQuery; readonly faults: readonly ParameterFault[] } {
  const { values, faults } = readParameters(valuesOf, PARAMETERS, known)
  return { query: { q: searchedWords(valuesOf('q')[0] ?? ''), ...values }, faults }
}

export function searchPath({ q, kind, language, hours, hide }: SearchQuery, after?: string): string {
  return withQuery(paths.search, { q, kind, language, hours, hide: hide && writeHiddenWords(hide), after })
}

/** One line, without control characters and halves of surrogate pairs, at most 200 characters. */
export function searchedWords(written: string): string {
  return written
    .slice(0, MOST_CHARACTERS)
    .replace(/[\s\p{C}]+/gu, ' ')
    .trim()
}
