import type { PageContext } from '../page-context.ts'
import { paths } from '../paths.ts'

/** Asks for words; without a script. */
export function SearchForm({ query, c: { m } }: { query: string; c: PageContext }) {
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
            value={query}
            maxlength={200}
            size={40}
            enterkeyhint="search"
          />
        </label>
        <p>
          <small id="q-help">{m.searchHelp}</small>
        </p>
        <p>
          <button type="submit">{m.searchButton}</button>
        </p>
      </form>
    </search>
  )
}
