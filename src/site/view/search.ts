import { type SearchPhrase, searchPhrases } from '../../store/search-phrases.ts'
import type { StoryRecord } from '../../store/story-types.ts'
import type { Store } from '../../store/types.ts'
import { excerptOf } from './excerpt.ts'
import { type MarkedText, markedText, snippetOf } from './snippet.ts'
import { sourceNames } from './source-names.ts'

const PAGE_SIZE = 30
/** Longer queries are cut: nobody types them, and each word costs a look-up. */
const MOST_CHARACTERS = 200

/** What one report says of what was looked for. */
export interface Snippet extends MarkedText {
  readonly itemId: number
  readonly language: string
  /** Undefined where the source is not known any more. */
  readonly sourceName?: string
}

export interface SearchView {
  readonly page: 'search'
  /** As understood; empty before anything was asked. */
  readonly query: string
  readonly stories: readonly StoryRecord[]
  /** What was looked for, as it is compared. */
  readonly phrases: readonly SearchPhrase[]
  /** By story: where an item of it says so. None where the headline is all that it says. */
  readonly snippets: ReadonlyMap<number, Snippet>
  readonly next?: string
}

/** @throws BadCursorError for an `after` that is none of ours */
export async function searchView(store: Store, written: string, after: string | undefined): Promise<SearchView> {
  const query = searchQuery(written)
  const phrases = searchPhrases(query)
  if (!query) return { page: 'search', query, phrases, stories: [], snippets: new Map() }
  const { stories, itemOf, next } = await store.searchStories(query, PAGE_SIZE, after)
  const snippets = await snippetsOf(store, phrases, stories, itemOf)
  return { page: 'search', query, phrases, stories, snippets, next }
}

/** What an item of each story says of what was looked for. Two queries, whatever the number of stories. */
export async function snippetsOf(
  store: Store,
  phrases: readonly SearchPhrase[],
  stories: readonly StoryRecord[],
  /** By story: the item that was found. */
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
    // Words that the headline alone has are marked there already.
    const words = item.title === headlines.get(storyId) ? excerptOf(item.title, item.text) : item.title
    const said = snippetOf(item.text, phrases) ?? markedText(words, phrases)
    if (!said.text) continue
    snippets.set(storyId, { ...said, itemId, language: item.language, sourceName: names[item.sourceId] })
  }
  return snippets
}

/** One line, without control characters and halves of surrogate pairs, at most 200 characters. */
export function searchQuery(written: string): string {
  return written
    .slice(0, MOST_CHARACTERS)
    .replace(/[\s\p{C}]+/gu, ' ')
    .trim()
}
