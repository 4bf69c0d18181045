import { foreign } from '../components/entry.tsx'
import { filterWords, windowWords } from '../components/front-filters.tsx'
import { HiddenStories, shownStories } from '../components/hidden-stories.tsx'
import { languageMarks } from '../components/language-marks.ts'
import { LeftOut } from '../components/left-out.tsx'
import { Marked } from '../components/marked.tsx'
import { Nav } from '../components/nav.tsx'
import { SearchForm } from '../components/search-form.tsx'
import { StateNote } from '../components/state.tsx'
import { StoryRow } from '../components/story-row.tsx'
import { feedPage } from '../language-path.ts'
import type { PageContext } from '../page-context.ts'
import { paths } from '../paths.ts'
import { type SearchQuery, searchPath } from '../search-query.ts'
import type { SearchView, Snippet } from '../view/search.ts'
import { markedText } from '../view/snippet.ts'
import { Layout } from './layout.tsx'

/** Renders the page of full-text search over all items, in every language. */
export function SearchPage({ view, c }: { view: SearchView; c: PageContext }) {
  const { m } = c
  const { query, phrases, stories, snippets, next } = view
  const { q } = query
  const isNarrowed = searchPath(query) !== searchPath({ q, hide: query.hide })
  return (
    <Layout
      c={c}
      heading={q ? `${m.search}: ${q}` : m.search}
      section="search"
      feed={q ? searchPath(query) : undefined}
      isIndexed={false}
    >
      <h1>{m.searchHead}</h1>
      <LeftOut faults={view.faults} c={c} />
      <SearchForm query={query} c={c} />
      {q && stories.length > 0 ? (
        <>
          <h2 class="h said">
            {m.searchResults(q)}{' '}
            <small>
              <a href={paths.atom(feedPage(searchPath(query), c))}>{m.atomFeed}</a>
            </small>
          </h2>
          <ol class="list">
            {shownStories(stories, c).map((story) => (
              <StoryRow
                story={story}
                shown={(headline) => <Marked of={markedText(headline, phrases)} />}
                note={<Said snippet={snippets.get(story.id)} c={c} />}
                c={c}
              />
            ))}
          </ol>
          <HiddenStories among={stories} c={c} />
          {next ? (
            <Nav label={m.pages} links={[{ href: searchPath(query, next), text: m.nextPage, rel: 'next' }]} />
          ) : null}
        </>
      ) : null}
      {q && stories.length === 0 ? (
        <StateNote
          label={m.emptySearch}
          heading={next ? m.noneThatFit : m.noResults(q)}
          acts={[
            ...(next ? [{ href: searchPath(query, next), text: m.lookFurther }] : []),
            ...(isNarrowed ? [{ href: searchPath({ q, hide: query.hide }), text: m.clearFilters }] : []),
            { href: paths.front, text: m.brief },
          ]}
        >
          <p>{isNarrowed ? filterWords(query, c).concat(windowOf(query, c)).join(' · ') : m.noResultsText}</p>
        </StateNote>
      ) : null}
    </Layout>
  )
}

function windowOf({ hours }: SearchQuery, c: PageContext): readonly string[] {
  return hours === undefined ? [] : [windowWords(hours, c)]
}

/** Renders the search snippet of a report, with its source. */
function Said({ snippet, c }: { snippet?: Snippet; c: PageContext }) {
  if (!snippet) return null
  return (
    <blockquote {...languageMarks(foreign(snippet.language, c))}>
      <Marked of={snippet} /> {snippet.sourceName ? <small>{snippet.sourceName}</small> : null}
    </blockquote>
  )
}
