import type { SiteDeps } from '../deps.ts'
import type { NoticeView } from '../pages/notice.tsx'
import { searchedWords } from '../search-query.ts'
import { wordsOfPath } from '../typed-address.ts'

const MOST_STORIES = 5

/** Builds the "not found" notice, with the stories, hub or entity that the words of the address find. */
export async function missingPage({ store, atlas, gazetteer }: SiteDeps, path: string): Promise<NoticeView> {
  const notice = { page: 'notice', status: 404, what: 'address' } as const
  // Scanners probe for files; a search for those would be wasted.
  if (/\.(?!html?$)\w{1,8}$/.test(path)) return notice
  const query = searchedWords(wordsOfPath(path))
  if (!query) return notice
  const id = query.toLowerCase().replaceAll(' ', '-')
  const type = atlas.hub(id) ? 'hub' : gazetteer.entity(id) ? 'entity' : undefined
  const { stories } = await store.searchStories(query, MOST_STORIES)
  return { ...notice, query, stories, meant: type ? { type, id } : undefined }
}
