import { hubMessagesIn } from '../messages/hubs.ts'
import type { PageContext } from '../page-context.ts'
import type { CompareView } from '../view/hub.ts'
import { EvidenceLine, NoStory } from './hub-evidence.tsx'

/** The newest evidence for and against each hub, facet by facet. */
export function ComparedEvidence({ view, c }: { view: CompareView; c: PageContext }) {
  const h = hubMessagesIn(c.language)
  return (
    <section>
      <h2 class="h">{h.forAndAgainst}</h2>
      {view.evidence.length + view.hiddenStories.length === 0 ? <NoStory c={c} /> : null}
      {view.evidence.map(({ facet, sides }) => (
        <details open>
          <summary>{c.nameIn(c.atlas.facet(facet)!.names)}</summary>
          <div class="versus">
            {sides.map(({ hub, inFavour, against }) => (
              <div>
                <h3>{c.names.hub(hub)}</h3>
                {[[h.forWord, inFavour] as const, [h.againstWord, against] as const].map(([word, lines]) => (
                  <>
                    <p class="grp">{word}</p>
                    {lines.length === 0 ? (
                      <p class="q">–</p>
                    ) : (
                      <ul class="list">
                        {lines.map((said) => (
                          <EvidenceLine said={said} sources={view.sources} c={c} />
                        ))}
                      </ul>
                    )}
                  </>
                ))}
              </div>
            ))}
          </div>
        </details>
      ))}
    </section>
  )
}
