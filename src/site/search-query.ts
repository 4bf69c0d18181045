import type { StoryKind } from '../story/types.ts'
import { wholeNumber } from './api/whole-number.ts'
import { writeHiddenWords } from './hidden/hidden-words.ts'
import { paths, withQuery } from './paths.ts'
import { FILTERS, type KnownIds, type ParameterFault, readParameters } from './query-parameters.ts'

/** Maximum length of a query; longer ones are cut, because each word costs a lookup. */
const MOST_CHARACTERS = 200

/** Time windows that the form offers; an address may have any from an hour to ten years. */
export const SEARCH_WINDOWS_HOURS = [24, 72, 168, 720] as const

/** Query of a search; each field is a query parameter, left out if undefined. */
export interface SearchQuery {
  /** The search words, normalised by `searchedWords`; may be empty. */
  readonly q: string
  readonly kind?: StoryKind
  /** BCP 47; `zh` includes both scripts. */
  readonly language?: string
  /** Only stories with news in the last `hours` hours. */
  readonly hours?: number
  /** Words that hide the stories that contain them. */
  readonly hide?: readonly string[]
}

/** Hours to search back: at most ten years. */
export const hoursParameter = wholeNumber(1, 24 * 3650)

const { kind, language, hide } = FILTERS
const PARAMETERS = { kind, language, hours: hoursParameter, hide }

/** Reads the query of the search page or its feed. Invalid filters are left out and reported as faults. */
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

/** Normalises search words to one line of at most 200 characters, without control characters and lone surrogates. */
export function searchedWords(written: string): string {
  return written
    .slice(0, MOST_CHARACTERS)
    .replace(/[\s\p{C}]+/gu, ' ')
    .trim()
}
