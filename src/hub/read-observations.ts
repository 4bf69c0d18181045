import { compareText } from '../lib/compare-text.ts'
import type { AtlasLists } from './atlas-lists.ts'
import { gridObservations, isKnownZone } from './grid-carbon.ts'
import { type DataFile, type Report, readCsv } from './read-rows.ts'
import { observationSchema } from './schemas.ts'
import type { Hub, Indicator, Observation } from './types.ts'

/** The parts of a hub data folder that observations are read from. */
interface ObservationFolder {
  /** By indicator id. */
  readonly observations: ReadonlyMap<string, DataFile>
  readonly notes?: DataFile
}

/** Collects all observations, ours and those from packages, keyed by `hub indicator`, newest first. */
export function collectObservations(
  folders: readonly ObservationFolder[],
  lists: AtlasLists,
  report: Report,
): Map<string, Observation[]> {
  const all = new Map<string, Observation[]>()
  const notesUsed = new Set<string>()
  const cities = [...lists.hubs.values()].map(({ value }) => value)
  for (const { value: indicator } of lists.indicators.values()) {
    const add = (each: Observation) => {
      const key = `${each.hub} ${indicator.id}`
      const list = all.get(key)
      if (list) list.push(each)
      else all.set(key, [each])
    }
    if (indicator.series === 'grid-carbon') {
      for (const hub of cities)
        for (const each of gridObservations(hub, indicator.id, indicator.inheritedSpread)) add(each)
    }
    for (const each of readObservations(folders, indicator, lists, cities, notesUsed, report)) add(each)
  }
  for (const { observations } of folders) {
    for (const [id, file] of observations)
      if (!lists.indicators.has(id)) report({ file: file.name, problem: `there is no indicator "${id}"` })
  }
  for (const { file, line, value: note } of lists.notes.values())
    if (!notesUsed.has(note.id)) report({ file, line, field: 'en', problem: 'is the note of no value' })
  checkGridZones(folders, lists, report)
  for (const list of all.values()) list.sort((a, b) => compareText(b.date, a.date))
  return all
}

/** Reports grid zones found neither in the package nor in our tables: they are likely typos. */
function checkGridZones(folders: readonly ObservationFolder[], lists: AtlasLists, report: Report): void {
  const texts = folders.flatMap(({ observations }) => [...observations.values()].map(({ text }) => text))
  for (const { file, line, value: hub } of lists.hubs.values()) {
    const { gridZone } = hub
    if (gridZone === undefined || isKnownZone(gridZone) || texts.some((text) => text.includes(`zone/${gridZone},`)))
      continue
    const problem = `"${gridZone}" is no zone of the yearly grid data; leave it out, or give values for zone/${gridZone} in observations/carbon.csv`
    report({ file, line, field: 'gridZone', problem })
  }
}

/** Reads an indicator's tables. A value for a wider place applies to each hub in it, unless the hub has its own of that source and date. */
function readObservations(
  folders: readonly ObservationFolder[],
  indicator: Indicator,
  lists: AtlasLists,
  hubs: readonly Hub[],
  notesUsed: Set<string>,
  report: Report,
): Iterable<Observation> {
  const bySourceAndDay = new Map<string, Observation>()
  const wideFirst: [boolean, Observation][] = []
  for (const { observations, notes } of folders) {
    const file = observations.get(indicator.id)
    if (!file) continue
    for (const { line, value: row } of readCsv(file, observationSchema, report)) {
      const fail = (field: string, problem: string) => report({ file: file.name, line, field, problem })
      if (row.unit !== indicator.unit) fail('unit', `must be ${indicator.unit}`)
      if (!lists.references.has(row.source)) fail('source', `"${row.source}" is no reference`)
      if (indicator.column === 'one-source' && !indicator.sources.includes(row.source) && row.method !== 'derived')
        fail('source', `"${row.source}" is none of the indicator's sources: its values would be mixed into the column`)
      const there = hubsAt(row.place, hubs)
      if (there.length === 0) fail('place', `there is no hub at "${row.place}"`)
      if (row.note !== undefined) {
        notesUsed.add(row.note)
        if (notes && !lists.notes.has(row.note))
          fail('note', `stands not in ${notes.name}, and so in no other language`)
      }
      const isWide = row.place.includes('/')
      for (const hub of there) {
        wideFirst.push([
          isWide,
          {
            hub: hub.id,
            indicator: indicator.id,
            value: row.value,
            lo: row.lo ?? row.value,
            hi: row.hi ?? row.value,
            unit: row.unit,
            scope: row.scope,
            method: row.method,
            date: row.date,
            source: row.source,
            sourceUrl: row.url ?? lists.references.get(row.source)?.value.url,
            note: row.note,
            madeFor: isWide ? row.place : undefined,
          },
        ])
      }
    }
  }
  wideFirst.sort(([a], [b]) => Number(b) - Number(a))
  for (const [, each] of wideFirst) bySourceAndDay.set(`${each.hub} ${each.source} ${each.date}`, each)
  return bySourceAndDay.values()
}

function hubsAt(place: string, hubs: readonly Hub[]): readonly Hub[] {
  const [kind, id] = place.split('/', 2)
  if (id === undefined) return hubs.filter((hub) => hub.id === place)
  if (kind === 'jurisdiction') return hubs.filter((hub) => hub.jurisdiction === id)
  if (kind === 'zone') return hubs.filter((hub) => hub.gridZone === id)
  return hubs.filter((hub) => hub.parents.includes(id))
}
