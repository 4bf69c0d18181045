import { StateNote } from '../components/state.tsx'
import type { Messages } from '../messages.ts'
import type { PageContext } from '../page-context.ts'
import { paths } from '../paths.ts'
import { Layout } from './layout.tsx'

/** Something that is not a page of content: an address that leads nowhere, a fault of ours. */
export interface NoticeView {
  readonly page: 'notice'
  readonly status: 400 | 404 | 405 | 414 | 500 | 503
  readonly what: 'address' | 'source' | 'entity' | 'day' | 'request' | 'method' | 'length' | 'fault' | 'store'
  /** Number under which a fault was recorded. */
  readonly reference?: string
}

/** What happened, and what a reader can do. */
export function noticeWords({ what }: NoticeView, m: Messages): { readonly heading: string; readonly text: string } {
  const words: Record<NoticeView['what'], readonly [string, string]> = {
    address: [m.notFound, m.notFoundText],
    source: [m.noSource, m.notFoundText],
    entity: [m.noEntity, m.notFoundText],
    day: [m.noDay, m.noDayText],
    request: [m.badRequest, m.notFoundText],
    method: [m.methodNotAllowed, m.methodNotAllowedText],
    length: [m.tooLong, m.notFoundText],
    fault: [m.faultHead, m.faultText],
    store: [m.storeDownHead, m.storeDownText],
  }
  const [heading, text] = words[what]
  return { heading, text }
}

/** The designed page of every error; never a blank one, never blame. */
export function NoticePage({ view, c }: { view: NoticeView; c: PageContext }) {
  const { m } = c
  const { heading, text } = noticeWords(view, m)
  const label = view.reference ? `${view.status} · ${m.errorNumber(view.reference)}` : String(view.status)
  const again = view.what === 'fault' || view.what === 'store' ? [{ href: c.path, text: m.tryAgain }] : []
  return (
    <Layout c={c} heading={heading} isIndexed={false}>
      <StateNote
        label={label}
        heading={heading}
        level={1}
        acts={[...again, { href: paths.front, text: m.brief }, { href: paths.search, text: m.search }]}
      >
        <p>{text}</p>
      </StateNote>
    </Layout>
  )
}
