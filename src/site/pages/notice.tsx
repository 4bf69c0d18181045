import type { StoryRecord } from '../../store/story-types.ts'
import { SearchForm } from '../components/search-form.tsx'
import { StateNote } from '../components/state.tsx'
import { StoryRow } from '../components/story-row.tsx'
import type { Messages } from '../messages.ts'
import type { PageContext } from '../page-context.ts'
import { paths } from '../paths.ts'
import { Layout } from './layout.tsx'

/** A page without content of its own, such as an unknown address or a fault. */
export interface NoticeView {
  readonly page: 'notice'
  readonly status: 400 | 404 | 405 | 414 | 500 | 503
  readonly what:
    | 'address'
    | 'source'
    | 'entity'
    | 'hub'
    | 'day'
    | 'request'
    | 'method'
    | 'length'
    | 'fault'
    | 'store'
    | 'readonly'
  /** Reference under which the fault was logged. */
  readonly reference?: string
  /** Search query derived from the address; undefined: none. */
  readonly query?: string
  /** Stories that the query finds. */
  readonly stories?: readonly StoryRecord[]
  /** Hub or entity whose id matches the query. */
  readonly meant?: { readonly type: 'hub' | 'entity'; readonly id: string }
}

/** Returns what happened and what the reader can do. */
export function noticeWords({ what }: NoticeView, m: Messages): { readonly heading: string; readonly text: string } {
  const words: Record<NoticeView['what'], readonly [string, string]> = {
    address: [m.notFound, m.notFoundText],
    source: [m.noSource, m.notFoundText],
    entity: [m.noEntity, m.notFoundText],
    hub: [m.noHub, m.notFoundText],
    day: [m.noDay, m.noDayText],
    request: [m.badRequest, m.notFoundText],
    method: [m.methodNotAllowed, m.methodNotAllowedText],
    length: [m.tooLong, m.notFoundText],
    fault: [m.faultHead, m.faultText],
    store: [m.storeDownHead, m.storeDownText],
    readonly: [m.readonlyHead, m.readonlyText],
  }
  const [heading, text] = words[what]
  return { heading, text }
}

/** Renders the page of every error; it never blames the reader. */
export function NoticePage({ view, c }: { view: NoticeView; c: PageContext }) {
  const { m } = c
  const { heading, text } = noticeWords(view, m)
  const label = view.reference ? `${view.status} · ${m.errorNumber(view.reference)}` : String(view.status)
  // The "not found" page has the search form itself.
  const search = view.status === 404 ? [] : [{ href: paths.search, text: m.search }]
  const again = view.what === 'fault' || view.what === 'store' ? [{ href: c.path, text: m.tryAgain }] : []
  return (
    <Layout c={c} heading={heading} isIndexed={false}>
      <StateNote
        label={label}
        heading={heading}
        level={1}
        acts={[...again, ...meant(view, c), { href: paths.front, text: m.brief }, ...search]}
      >
        <p>{text}</p>
        {view.status === 404 ? <SearchForm query={{ q: view.query ?? '' }} isPlain c={c} /> : null}
      </StateNote>
      {view.stories && view.stories.length > 0 ? (
        <>
          <h2 class="h said">{m.searchResults(view.query ?? '')}</h2>
          <ol class="list">
            {view.stories.map((story) => (
              <StoryRow story={story} c={c} />
            ))}
          </ol>
        </>
      ) : null}
    </Layout>
  )
}

function meant(
  { meant }: NoticeView,
  { names }: PageContext,
): readonly { readonly href: string; readonly text: string }[] {
  if (!meant) return []
  const { type, id } = meant
  return [
    type === 'hub'
      ? { href: paths.hubPage(id), text: names.hub(id) }
      : { href: paths.entity(id), text: names.entity(id) },
  ]
}
