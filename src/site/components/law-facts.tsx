import { dataContractOf } from '../../hub/decide/data-contract.ts'
import { exclusionWords } from '../../hub/decide/sentence-words.ts'
import { nameIn } from '../../hub/names.ts'
import type { Hub, LawSources } from '../../hub/types.ts'
import { hubMessagesIn } from '../messages/hubs.ts'
import type { PageContext } from '../page-context.ts'
import { safeHref } from '../safe-href.ts'
import type { CompareView } from '../view/hub.ts'
import { FlatTable } from './flat-table.tsx'
import { Publisher } from './hub-value.tsx'

interface LawFact {
  readonly text: string
  readonly sources: LawSources
}

/** Returns what the law of a hub requires and allows, as a decision applies it; undefined for a region, which has several laws. */
function lawFacts(hub: Hub, c: PageContext): readonly LawFact[] | undefined {
  const law = hub.jurisdiction === undefined ? undefined : c.atlas.area(hub.jurisdiction)
  if (!law) return undefined
  const { needsLocalEntity, needsUsChipLicence } = law
  const words = (rule: 'local-entity' | 'chip-licence') => exclusionWords({ rule }, c.atlas, c.language)
  const partners = c.atlas.hubs.flatMap((other) => {
    const contract = other.id === hub.id ? undefined : dataContractOf(hub, other, c.atlas)
    return contract ? [{ name: c.names.hub(other.id), contract }] : []
  })
  const contracts = [...new Set(partners.map(({ contract }) => contract))]
  return [
    ...(needsLocalEntity ? [{ text: words('local-entity'), sources: needsLocalEntity }] : []),
    ...(needsUsChipLicence ? [{ text: words('chip-licence'), sources: needsUsChipLicence }] : []),
    ...(partners.length > 0
      ? [
          {
            text: hubMessagesIn(c.language).dataContract(c.f.list(partners.map(({ name }) => name))),
            sources: contracts.flatMap(({ sources }) => sources),
          },
        ]
      : []),
  ]
}

/** What the law of a hub requires and allows, each with who says so and since when. */
export function LawFacts({ hub, c }: { hub: Hub; c: PageContext }) {
  const facts = lawFacts(hub, c) ?? []
  if (facts.length === 0) return <>{hubMessagesIn(c.language).noLaw}</>
  return (
    <ul class="list">
      {facts.map(({ text, sources }) => (
        <li>
          {text} <LawSourceList sources={sources} c={c} />
        </li>
      ))}
    </ul>
  )
}

/** Who says so, each publisher once, with the dates linked to what was published. */
export function LawSourceList({ sources, c }: { sources: LawSources; c: PageContext }) {
  if (sources.length === 0) return <small>{hubMessagesIn(c.language).unsourced}</small>
  const references = sources.map((each) => ({ ...each, reference: c.atlas.reference(each.source) }))
  return (
    <small>
      {references.map(({ source, date, reference }, index) => {
        const before = references[index - 1]?.reference?.publisher
        const isSame = before !== undefined && reference?.publisher === before
        const href = safeHref(reference?.url)
        return (
          <>
            {index > 0 ? ' · ' : ''}
            {isSame ? null : (
              <>
                <Publisher id={source} c={c} />{' '}
              </>
            )}
            {href ? (
              <a href={href} title={reference && nameIn(reference.title, 'en')}>
                {date}
              </a>
            ) : (
              date
            )}
          </>
        )
      })}
    </small>
  )
}

/** The law of each hub compared; nothing if all are regions. */
export function ComparedLaw({ view, c }: { view: CompareView; c: PageContext }) {
  const h = hubMessagesIn(c.language)
  const rows = view.hubs.flatMap((id) => {
    const hub = c.atlas.hub(id)!
    return hub.jurisdiction ? [[c.names.hub(id), c.placeName(hub.jurisdiction), <LawFacts hub={hub} c={c} />]] : []
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
