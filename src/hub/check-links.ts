import type { AtlasLists } from './atlas-lists.ts'
import type { Report, Row } from './read-rows.ts'

/** Reports every id that refers to nothing, and every city without a jurisdiction. */
export function checkLinks(lists: AtlasLists, report: Report): void {
  const need = (
    row: Row<unknown>,
    field: string,
    id: string | undefined,
    known: ReadonlyMap<string, unknown>,
    what: string,
  ) => {
    if (id !== undefined && !known.has(id))
      report({ file: row.file, line: row.line, field, problem: `"${id}" is no ${what}` })
  }
  const places = new Map<string, unknown>([...lists.areas, ...lists.hubs])
  for (const row of lists.hubs.values()) {
    const hub = row.value
    for (const parent of hub.parents) need(row, 'parents', parent, places, 'area or region')
    for (const member of hub.members) need(row, 'members', member, lists.hubs, 'hub')
    need(row, 'jurisdiction', hub.jurisdiction, lists.areas, 'area')
    if (!hub.isRegion && hub.jurisdiction === undefined)
      report({ file: row.file, line: row.line, field: 'jurisdiction', problem: 'is missing' })
  }
  for (const row of lists.areas.values()) {
    const { needsLocalEntity, needsUsChipLicence, dataContract } = row.value
    for (const [field, said] of Object.entries({
      needsLocalEntity,
      needsUsChipLicence,
      dataContract: dataContract?.sources,
    }))
      for (const { source } of said ?? []) need(row, field, source, lists.references, 'reference')
  }
  const ends = new Map<string, unknown>([...lists.endpoints, ...lists.hubs])
  for (const row of lists.markets.values()) {
    for (const id of row.value.jurisdictions) need(row, 'jurisdictions', id, lists.areas, 'area')
    for (const point of row.value.points)
      for (const id of point.via) need(row, 'points.via', id, ends, 'endpoint or hub')
  }
  for (const row of lists.indicators.values()) {
    need(row, 'facet', row.value.facet, lists.facets, 'facet')
    for (const source of row.value.sources) need(row, 'sources', source, lists.references, 'reference')
  }
  for (const row of [...lists.currencies.values(), ...lists.formerNames.values()])
    need(row, 'source', row.value.source, lists.references, 'reference')
  if (lists.decision) checkSides(lists.decision, lists, report)
}

function checkSides(row: NonNullable<AtlasLists['decision']>, lists: AtlasLists, report: Report): void {
  for (const side of ['train', 'serve'] as const) {
    const { criteria, also } = row.value.split[side]
    for (const id of [...criteria.map((each) => each.id), ...also]) {
      if (!lists.indicators.get(id)?.value.isCriterion)
        report({ file: row.file, field: `split.${side}`, problem: `"${id}" is no indicator that is a criterion` })
    }
  }
}
