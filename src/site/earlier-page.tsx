import { StateNote } from './components/state.tsx'
import { type Rendered, rendered } from './http/page-cache.ts'
import type { Messages } from './messages.ts'

/** Where the content of every page begins: see `Layout`. */
const MAIN = /<main\b[^>]*>/

/**
 * A page that cannot be made anew, as it was, with a note that says so; data stand as they were.
 *
 * @param madeAt when it was made, in words
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
