import type { z } from 'zod'
import { DataFileError, type FileProblem } from '../lib/data-file-error.ts'
import type { AtlasLists } from './atlas-lists.ts'
import type { Atlas, Reading, RoundTrip, Without } from './atlas-types.ts'
import { checkLinks } from './check-links.ts'
import { decisionSchema } from './decision-schema.ts'
import { collectObservations } from './read-observations.ts'
import { readRoundTrips } from './read-round-trips.ts'
import { type DataFile, type Report, readYaml } from './read-rows.ts'
import { readingOf } from './reading.ts'
import { indexRoundTrips, roundTripOf } from './round-trip.ts'
import { byId, linesOf, values } from './rows-by-id.ts'
import {
  areaSchema,
  currencySchema,
  endpointSchema,
  facetSchema,
  formerNameSchema,
  hubSchema,
  indicatorSchema,
  marketSchema,
  noteSchema,
  referenceSchema,
} from './schemas.ts'
import type { Hub, Observation } from './types.ts'

/** The files of one folder of hub data. An operator's folder may lack any of them. */
export interface AtlasFiles {
  readonly hubs?: DataFile
  readonly areas?: DataFile
  readonly facets?: DataFile
  readonly markets?: DataFile
  readonly endpoints?: DataFile
  readonly references?: DataFile
  readonly currencies?: DataFile
  readonly formerNames?: DataFile
  /** If present, it must translate every note in the folder's tables. */
  readonly notes?: DataFile
  /** One record; an operator's replaces the shipped one. */
  readonly decision?: DataFile
  readonly roundTrips?: DataFile
  /** Names of unrecognised files. They are reported, because a misspelt name would otherwise be ignored silently. */
  readonly unknown?: readonly string[]
  readonly indicators: readonly DataFile[]
  /** By indicator id. */
  readonly observations: ReadonlyMap<string, DataFile>
}

/**
 * Reads and validates the hub data.
 *
 * @param folders the shipped folder, then the operator's own, whose rows replace earlier rows of the same id
 * @throws DataFileError naming every problem with file, line and field
 */
export function compileAtlas(folders: readonly AtlasFiles[]): Atlas {
  const problems: FileProblem[] = []
  const report: Report = (problem) => problems.push(problem)
  const lines = <S extends z.ZodType<{ readonly id: string }>>(
    fileOf: (folder: AtlasFiles) => DataFile | undefined,
    schema: S,
  ) => linesOf(folders.map(fileOf), schema, report)
  const lists: AtlasLists = {
    hubs: lines(({ hubs }) => hubs, hubSchema),
    areas: lines(({ areas }) => areas, areaSchema),
    facets: lines(({ facets }) => facets, facetSchema),
    markets: lines(({ markets }) => markets, marketSchema),
    endpoints: lines(({ endpoints }) => endpoints, endpointSchema),
    references: lines(({ references }) => references, referenceSchema),
    currencies: lines(({ currencies }) => currencies, currencySchema),
    formerNames: lines(({ formerNames }) => formerNames, formerNameSchema),
    notes: lines(({ notes }) => notes, noteSchema),
    decision: folders.flatMap(({ decision }) => (decision && readYaml(decision, decisionSchema, report)) ?? []).at(-1),
    indicators: byId(
      folders.map(({ indicators }) => indicators.flatMap((file) => readYaml(file, indicatorSchema, report) ?? [])),
      report,
    ),
  }
  for (const file of folders.flatMap(({ unknown = [] }) => unknown))
    report({ file, problem: 'is no file of hub data; the names are in docs/hubs.md' })
  checkLinks(lists, report)
  // The operator's rows come first, because the first source of a pair gives its value.
  const roundTrips = [...folders].reverse().flatMap((folder) => readRoundTrips(folder.roundTrips, lists, report))
  const observations = collectObservations(folders, lists, report)
  if (!lists.decision && problems.length === 0) report({ file: 'hubs/decision.yaml', problem: 'is missing' })
  if (!lists.decision || problems.length > 0) throw new DataFileError(problems)

  const index = indexRoundTrips(roundTrips)
  // One decision asks for these thousands of times. The atlas is immutable, so they never go stale.
  const readings = new Map<string, Reading | undefined>()
  const trips = new Map<Hub, Map<object, RoundTrip>>()
  const listed = (hub: string, indicator: string) => observations.get(`${hub} ${indicator}`) ?? []
  const indicator = (id: string) => lists.indicators.get(id)?.value
  return {
    hubs: values(lists.hubs),
    areas: values(lists.areas),
    facets: values(lists.facets),
    markets: values(lists.markets),
    indicators: values(lists.indicators),
    references: values(lists.references),
    endpoints: values(lists.endpoints),
    roundTrips,
    currencies: values(lists.currencies),
    formerNames: values(lists.formerNames),
    decision: lists.decision.value,
    hub: (id) => lists.hubs.get(id)?.value,
    area: (id) => lists.areas.get(id)?.value,
    facet: (id) => lists.facets.get(id)?.value,
    market: (id) => lists.markets.get(id)?.value,
    indicator,
    reference: (id) => lists.references.get(id)?.value,
    endpoint: (id) => lists.endpoints.get(id)?.value,
    currency: (id) => lists.currencies.get(id)?.value,
    note: (english) => lists.notes.get(english)?.value,
    observations: listed,
    reading(hub, id, without = {}) {
      const found = indicator(id)
      if (!found) return undefined
      const whole = remembered(readings, `${hub} ${id}`, () => readingOf(listed(hub, id), found))
      const isTouched =
        whole !== undefined && [whole.observation, ...whole.others].some((each) => isLeftOut(each, without))
      return isTouched ? readingOf(listed(hub, id), found, without) : whole
    },
    roundTrip(hub, to, without = {}) {
      const ofHub = remembered(trips, hub, () => new Map<object, RoundTrip>())
      const whole = remembered(ofHub, to, () => roundTripOf(hub, to, index))
      const isTouched = whole.rows.some(({ source }) => isLeftOut({ source, method: 'measured' }, without))
      return isTouched ? roundTripOf(hub, to, index, without) : whole
    },
  }
}

function isLeftOut({ source, method }: Pick<Observation, 'source' | 'method'>, without: Without): boolean {
  return source === without.source || without.methods?.includes(method) === true
}

function remembered<K, V>(known: Map<K, V>, key: K, compute: () => V): V {
  const value = known.get(key)
  if (value !== undefined || known.has(key)) return value as V
  const computed = compute()
  known.set(key, computed)
  return computed
}
