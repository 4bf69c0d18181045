import { StateNote } from './components/state.tsx'
import { type Rendered, rendered } from './http/page-cache.ts'
import type { Messages } from './messages.ts'

/** Start tag of every page's content; see `Layout`. */
const MAIN = /<main\b[^>]*>/

/**
 * Adds a note to a cached page that cannot be rendered again, saying how old it is. JSON is returned unchanged.
 *
 * @param madeAt time of rendering, as displayed
 */
export async function earlierPage(page: Rendered, m: Messages, madeAt: string): Promise<Rendered> {
  if (!page.type.startsWith('text/html')) return page
  const note = (
    <StateNote label={m.earlierLabel} heading={m.earlierHead(madeAt)}>
      <p>{m.earlierText}</p>
    </StateNote>
  )
  const markup = String(await note)
  const text = Buffer.from(page.body)
    .toString()
    .replace(MAIN, (main) => main + markup)
  return rendered({ status: page.status, type: page.type, text }, page.seq)
}
