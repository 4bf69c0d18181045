import { hubMessagesIn } from '../messages/hubs.ts'
import type { PageContext } from '../page-context.ts'
import { paths } from '../paths.ts'
import type { CompareFormView } from '../view/hub.ts'
import { Layout } from './layout.tsx'

/** Renders the form to choose two to six hubs; it works without a script. */
export function CompareForm({ c, chosen = [] }: { c: PageContext; chosen?: readonly string[] }) {
  const h = hubMessagesIn(c.language)
  return (
    <form class="form pair" action={paths.compareForm} method="get">
      <fieldset>
        <legend>{h.compareEmpty}</legend>
        <div class="picks">
          {c.atlas.hubs
            .filter(({ isRegion }) => !isRegion)
            .map(({ id }) => (
              <label class="opt">
                <input type="checkbox" name="h" value={id} checked={chosen.includes(id)} />
                {c.names.hub(id)}
              </label>
            ))}
        </div>
      </fieldset>
      <p>
        <button type="submit">{h.compare}</button>
      </p>
    </form>
  )
}

/** Renders the page for a comparison that names no hubs or invalid ones. */
export function CompareFormPage({ view, c }: { view: CompareFormView; c: PageContext }) {
  const h = hubMessagesIn(c.language)
  return (
    <Layout c={c} heading={h.compare} section="hubs" description={h.compareText} isIndexed={!view.isUnknown}>
      <h1>{h.compareEmpty}</h1>
      {view.isUnknown ? <p class="note">{h.compareUnknown}</p> : null}
      <CompareForm c={c} />
    </Layout>
  )
}
