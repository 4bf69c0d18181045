import type { PageContext } from '../page-context.ts'
import type { StoryView } from '../view/story.ts'
import { ClaimVerdict } from './claim-verdict.tsx'

/** Statements about hubs with their verdicts. */
export function Claims({
  view,
  numberOf,
  c,
}: {
  view: StoryView
  numberOf: (itemId: number) => number | undefined
  c: PageContext
}) {
  if (view.claims.length === 0) return null
  return (
    <section id="claims">
      <h2 class="h">{c.m.claimsChecked}</h2>
      {view.claims.map((claim, index) => {
        const number = numberOf(claim.itemId)
        const cite = number === undefined ? undefined : { number, href: `#r${number}` }
        return <ClaimVerdict claim={claim} atlas={view.atlas} c={c} cite={cite} id={`claim-${index + 1}`} />
      })}
      <p>
        <small>{c.m.claimsNote}</small>
      </p>
    </section>
  )
}
