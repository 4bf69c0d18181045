import { foreign } from '../components/entry.tsx'
import { Marked } from '../components/marked.tsx'
import { Nav } from '../components/nav.tsx'
import { SearchForm } from '../components/search-form.tsx'
import { StateNote } from '../components/state.tsx'
import { StoryRow } from '../components/story-row.tsx'
import { feedPage } from '../language-path.ts'
import type { PageContext } from '../page-context.ts'
import { paths, withQuery } from '../paths.ts'
import type { SearchView, Snippet } from '../view/search.ts'
import { markedText } from '../view/snippet.ts'
import { Layout } from './layout.tsx'

/** Full text over all items, in every language. */
export function SearchPage({ view, c }: { view: SearchView; c: PageContext }) {
  const { m } = c
  const { query, phrases, stories, snippets, next } = view
  return (
    <Layout
      c={c}
      heading={query ? `${m.search}: ${query}` : m.search}
      section="search"
      feed={query ? withQuery(paths.search, { q: query }) : undefined}
      isIndexed={false}
    >
      <h1>{m.searchHead}</h1>
      <SearchForm query={query} c={c} />
      {query && stories.length > 0 ? (
        <>
          <h2 class="h said">
            {m.searchResults(query)}{' '}
            <small>
              <a href={paths.atom(feedPage(withQuery(paths.search, { q: query }), c))}>{m.atomFeed}</a>
            </small>
          </h2>
          <ol class="list">
            {stories.map((story) => (
              <StoryRow
                story={story}
                shown={(headline) => <Marked of={markedText(headline, phrases)} />}
                note={<Said snippet={snippets.get(story.id)} c={c} />}
                c={c}
              />
            ))}
          </ol>
          {next ? (
            <Nav
              label={m.pages}
              links={[{ href: withQuery(paths.search, { q: query, after: next }), text: m.nextPage, rel: 'next' }]}
            />
          ) : null}
        </>
      ) : null}
      {query && stories.length === 0 ? (
        <StateNote label={m.emptySearch} heading={m.noResults(query)} acts={[{ href: paths.front, text: m.brief }]}>
          <p>{m.noResultsText}</p>
        </StateNote>
      ) : null}
    </Layout>
  )
}

/** What a report says of what was looked for, and whose it is. */
function Said({ snippet, c }: { snippet?: Snippet; c: PageContext }) {
  if (!snippet) return null
  return (
    <blockquote lang={foreign(snippet.language, c)}>
      <Marked of={snippet} /> {snippet.sourceName ? <small>{snippet.sourceName}</small> : null}
    </blockquote>
  )
}
