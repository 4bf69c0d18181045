import { STORY_KINDS } from '../../story/types.ts'
import { FILTER_LANGUAGES } from '../front-query.ts'
import { writeHiddenWords } from '../hidden/hidden-words.ts'
import type { PageContext } from '../page-context.ts'
import { paths } from '../paths.ts'
import { SEARCH_WINDOWS_HOURS, type SearchQuery } from '../search-query.ts'
import { Choice } from './choice.tsx'
import { windowWords } from './front-filters.tsx'

/** The form of the search and its filters; works without a script. An untouched field sends an empty value, which is ignored. */
export function SearchForm({
  query,
  isPlain = false,
  c,
}: {
  query: SearchQuery
  /** Without filters. */
  isPlain?: boolean
  c: PageContext
}) {
  const { m } = c
  return (
    <search>
      <form class="form" action={paths.search} method="get">
        <label>
          {m.searchLabel}
          <input
            type="search"
            id="q"
            name="q"
            aria-describedby="q-help"
            value={query.q}
            maxlength={200}
            size={40}
            enterkeyhint="search"
          />
        </label>
        <p>
          <small id="q-help">{m.searchHelp}</small>
        </p>
        {query.hide ? <input type="hidden" name="hide" value={writeHiddenWords(query.hide)} /> : null}
        {isPlain ? null : <Filters query={query} c={c} />}
        <p>
          <button type="submit">{m.searchButton}</button>
        </p>
      </form>
    </search>
  )
}

function Filters({ query, c }: { query: SearchQuery; c: PageContext }) {
  const { m, f } = c
  return (
    <div class="fields">
      <Choice
        name="kind"
        label={m.kind}
        value={query.kind ?? ''}
        options={[['', m.allKinds], ...STORY_KINDS.map((kind) => [kind, m.kinds[kind]] as const)]}
      />
      <Choice
        name="language"
        label={m.languageWord}
        value={query.language ?? ''}
        options={[
          ['', m.allLanguages],
          ...withOwn(FILTER_LANGUAGES, query.language).map((tag) => [tag, f.language(tag)] as const),
        ]}
      />
      <Choice
        name="hours"
        label={m.window}
        value={query.hours?.toString() ?? ''}
        options={[
          ['', m.anyTime],
          ...withOwn(SEARCH_WINDOWS_HOURS, query.hours).map((hours) => [`${hours}`, windowWords(hours, c)] as const),
        ]}
      />
    </div>
  )
}

/** Adds the address's own value to those offered if it is not among them, so that the form, sent again, asks the same. */
function withOwn<T>(offered: readonly T[], own: T | undefined): readonly T[] {
  return own === undefined || offered.includes(own) ? offered : [...offered, own]
}
