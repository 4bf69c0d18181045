import { HOUR_MS, type Instant } from '../../lib/instant.ts'
import type { IsShown, SearchFilter } from '../../store/query-types.ts'
import { type SearchPhrase, searchPhrases } from '../../store/search-phrases.ts'
import type { StoryRecord } from '../../store/story-types.ts'
import type { Store } from '../../store/types.ts'
import type { SiteDeps } from '../deps.ts'
import type { ParameterFault } from '../query-parameters.ts'
import type { SearchQuery } from '../search-query.ts'
import { excerptOf } from './excerpt.ts'
import { type MarkedText, markedText, snippetOf } from './snippet.ts'
import { sourceNames } from './source-names.ts'

const PAGE_SIZE = 30

/** Excerpt of one report with the search terms marked. */
export interface Snippet extends MarkedText {
  readonly itemId: number
  readonly language: string
  /** Undefined if the source is no longer in the catalogue. */
  readonly sourceName?: string
}

export interface SearchView {
  readonly page: 'search'
  readonly query: SearchQuery
  /** Invalid query parameters. Programs get an error, readers a notice on the page. */
  readonly faults?: readonly ParameterFault[]
  readonly stories: readonly StoryRecord[]
  /** The search phrases in normalised form. */
  readonly phrases: readonly SearchPhrase[]
  /** By story id: an excerpt of the matching item. None if the item says no more than the headline. */
  readonly snippets: ReadonlyMap<number, Snippet>
  readonly next?: string
}

/** @throws BadCursorError if `after` is not a valid cursor */
export async function searchView(
  { store, now }: Pick<SiteDeps, 'store' | 'now'>,
  query: SearchQuery,
  { after, isShown }: { readonly after: string | undefined; readonly isShown: IsShown },
): Promise<SearchView> {
  const phrases = searchPhrases(query.q)
  if (!query.q) return { page: 'search', query, phrases, stories: [], snippets: new Map() }
  const filter = { ...searchFilter(query, now()), isShown }
  const { stories, itemOf, next } = await store.searchStories(query.q, PAGE_SIZE, after, filter)
  const snippets = await snippetsOf(store, phrases, stories, itemOf)
  return { page: 'search', query, phrases, stories, snippets, next }
}

export function searchFilter({ kind, language, hours }: Omit<SearchQuery, 'q'>, now: Instant): SearchFilter {
  return { kind, language, since: hours === undefined ? undefined : now - hours * HOUR_MS }
}

/** Returns a snippet of the matching item of each story. Runs two queries, whatever the number of stories. */
export async function snippetsOf(
  store: Store,
  phrases: readonly SearchPhrase[],
  stories: readonly StoryRecord[],
  /** By story id: id of the matching item. */
  itemOf: ReadonlyMap<number, number>,
): Promise<ReadonlyMap<number, Snippet>> {
  const items = new Map((await store.items([...itemOf.values()])).map((item) => [item.id, item]))
  const names = await sourceNames(
    store,
    [...items.values()].map(({ sourceId }) => sourceId),
  )
  const headlines = new Map(stories.map(({ id, headline }) => [id, headline.text]))
  const snippets = new Map<number, Snippet>()
  for (const [storyId, itemId] of itemOf) {
    const item = items.get(itemId)
    if (!item) continue
    // The page already marks matches in the story's headline.
    const words = item.title === headlines.get(storyId) ? excerptOf(item.title, item.text) : item.title
    const said = snippetOf(item.text, phrases) ?? markedText(words, phrases)
    if (!said.text) continue
    snippets.set(storyId, { ...said, itemId, language: item.language, sourceName: names[item.sourceId] })
  }
  return snippets
}
