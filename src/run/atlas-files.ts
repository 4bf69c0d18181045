import { existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type AtlasFiles, compileAtlas } from '../hub/atlas.ts'
import type { Atlas } from '../hub/atlas-types.ts'
import { type DataFile, readCsv } from '../hub/read-rows.ts'
import { roundTripSchema } from '../hub/schemas.ts'
import type { RoundTripRow } from '../hub/types.ts'
import { DATA_FOLDER } from './data-folder.ts'
import { dataFile, HUBS_FILE } from './hub-files.ts'

/** File names in `hubs/`, by the field that they fill. */
const NAMED = {
  hubs: HUBS_FILE,
  areas: 'areas.jsonl',
  facets: 'facets.jsonl',
  markets: 'markets.jsonl',
  endpoints: 'endpoints.jsonl',
  references: 'references.jsonl',
  currencies: 'currencies.jsonl',
  formerNames: 'former-names.jsonl',
  notes: 'notes.jsonl',
  decision: 'decision.yaml',
} as const

/**
 * Reads the shipped hub data and merges the operator's own (`hubs/`, `indicators/`, `observations/` in the data folder) into it.
 * The operator's records replace shipped ones with the same id.
 *
 * @param own files to read in place of those in the operator's folder, to check them before they are written
 * @throws DataFileError naming file, line and field
 */
export function loadAtlas(ownFolder?: string, own: Pick<AtlasFiles, 'roundTrips'> = {}): Atlas {
  const folders = ownFolder === undefined ? [] : [{ ...readAtlasFiles(ownFolder, ownFolder), ...own }]
  return compileAtlas([readAtlasFiles(DATA_FOLDER, 'data'), ...folders])
}

/** Reads the operator's own measured round trips; bad rows, which `loadAtlas` reports, are left out. */
export function ownRoundTrips(ownFolder: string): readonly RoundTripRow[] {
  const file = dataFile(ownFolder, ownFolder, 'observations', 'round-trips.csv')
  return file ? readCsv(file, roundTripSchema, () => {}).map(({ value }) => value) : []
}

/** @param shownAs how messages name the folder */
function readAtlasFiles(folder: string, shownAs: string): AtlasFiles {
  const file = (...path: string[]) => dataFile(folder, shownAs, ...path)
  const all = (subfolder: string, ending: string): DataFile[] => {
    const full = join(folder, subfolder)
    if (!existsSync(full)) return []
    const names = readdirSync(full).filter((name) => name.endsWith(ending) && !name.startsWith('.'))
    return names.sort().map((name) => file(subfolder, name)!)
  }
  const tables = all('observations', '.csv').map((each) => [basename(each.name, '.csv'), each] as const)
  const named = Object.entries(NAMED).map(([field, name]) => [field, file('hubs', name)] as const)
  const unknown = (subfolder: string, isKnown: (name: string) => boolean) => {
    const full = join(folder, subfolder)
    const names = existsSync(full) ? readdirSync(full).filter((name) => !name.startsWith('.') && !isKnown(name)) : []
    return names.sort().map((name) => [shownAs, subfolder, name].join('/'))
  }
  return {
    ...(Object.fromEntries(named) as Record<keyof typeof NAMED, DataFile | undefined>),
    unknown: [
      ...unknown('hubs', (name) => Object.values<string>(NAMED).includes(name)),
      ...unknown('indicators', (name) => name.endsWith('.yaml')),
      ...unknown('observations', (name) => name.endsWith('.csv')),
    ],
    roundTrips: file('observations', 'round-trips.csv'),
    indicators: all('indicators', '.yaml'),
    observations: new Map(tables.filter(([id]) => id !== 'round-trips')),
  }
}
