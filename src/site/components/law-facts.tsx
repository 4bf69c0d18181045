import { hasDataContract } from '../../hub/decide/data-contract.ts'
import { exclusionWords, phrasesIn } from '../../hub/decide/sentence-words.ts'
import type { Hub } from '../../hub/types.ts'
import { hubMessagesIn } from '../messages/hubs.ts'
import type { PageContext } from '../page-context.ts'
import type { CompareView } from '../view/hub.ts'
import { FlatTable } from './flat-table.tsx'

/** Says what the law of a hub requires and allows, as a decision applies it. @returns undefined for a region, which has several laws */
export function lawText({ id, jurisdiction }: Hub, c: PageContext): string | undefined {
  const law = jurisdiction === undefined ? undefined : c.atlas.area(jurisdiction)
  if (!law) return undefined
  const h = hubMessagesIn(c.language)
  const partners = c.atlas.hubs.filter((other) => other.id !== id && hasDataContract(c.atlas.hub(id)!, other, c.atlas))
  const facts = [
    ...(law.needsLocalEntity ? [exclusionWords({ rule: 'local-entity' }, c.atlas, c.language)] : []),
    ...(law.needsUsChipLicence ? [exclusionWords({ rule: 'chip-licence' }, c.atlas, c.language)] : []),
    ...(partners.length > 0 ? [h.dataContract(c.f.list(partners.map((each) => c.names.hub(each.id))))] : []),
  ]
  return facts.length > 0 ? facts.join(phrasesIn(c.language).say('semicolon')) : h.noLaw
}

/** The law of each hub compared; nothing if all are regions. */
export function ComparedLaw({ view, c }: { view: CompareView; c: PageContext }) {
  const h = hubMessagesIn(c.language)
  const rows = view.hubs.flatMap((id) => {
    const hub = c.atlas.hub(id)!
    const text = lawText(hub, c)
    return text === undefined ? [] : [[c.names.hub(id), c.placeName(hub.jurisdiction!), text]]
  })
  if (rows.length === 0) return null
  return (
    <section>
      <h2 class="h">{h.lawHead}</h2>
      <FlatTable
        columns={[{ head: h.hub }, { head: h.jurisdiction, isNamedInStack: true }, { head: h.lawHead }]}
        rows={rows}
      />
    </section>
  )
}
