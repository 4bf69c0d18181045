import type { StoryRecord } from '../../store/story-types.ts'
import type { Store } from '../../store/types.ts'

const PAGE_SIZE = 30
/** Longer queries are cut: nobody types them, and each word costs a look-up. */
const MOST_CHARACTERS = 200

export interface SearchView {
  readonly page: 'search'
  /** As understood; empty before anything was asked. */
  readonly query: string
  readonly stories: readonly StoryRecord[]
  readonly next?: string
}

/** @throws BadCursorError for an `after` that is none of ours */
export async function searchView(store: Store, written: string, after: string | undefined): Promise<SearchView> {
  const query = searchQuery(written)
  if (!query) return { page: 'search', query, stories: [] }
  const { stories, next } = await store.searchStories(query, PAGE_SIZE, after)
  return { page: 'search', query, stories, next }
}

/** One line, without control characters and halves of surrogate pairs, at most 200 characters. */
export function searchQuery(written: string): string {
  return written
    .slice(0, MOST_CHARACTERS)
    .replace(/[\s\p{C}]+/gu, ' ')
    .trim()
}
