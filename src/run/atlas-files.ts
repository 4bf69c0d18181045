import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type AtlasFiles, compileAtlas } from '../hub/atlas.ts'
import type { DataFile } from '../hub/read-rows.ts'
import type { Atlas } from '../hub/types.ts'
import { DATA_FOLDER } from './data-folder.ts'

/**
 * Reads the hub data: the shipped one, with the operator's own on top (`hubs/`, `indicators/`, `observations/` in the data
 * folder), whose lines replace those of the same id and add to the others.
 *
 * @throws HubDataError naming file, line and field
 */
export function loadAtlas(ownFolder?: string): Atlas {
  const own = ownFolder === undefined ? [] : [readAtlasFiles(ownFolder, ownFolder)]
  return compileAtlas([readAtlasFiles(DATA_FOLDER, 'data'), ...own])
}

/** @param shownAs how messages name the folder */
export function readAtlasFiles(folder: string, shownAs: string): AtlasFiles {
  const file = (...path: string[]): DataFile | undefined => {
    const full = join(folder, ...path)
    return existsSync(full) ? { name: [shownAs, ...path].join('/'), text: readFileSync(full, 'utf8') } : undefined
  }
  const all = (subfolder: string, ending: string): DataFile[] => {
    const full = join(folder, subfolder)
    if (!existsSync(full)) return []
    const names = readdirSync(full).filter((name) => name.endsWith(ending) && !name.startsWith('.'))
    return names.sort().map((name) => file(subfolder, name)!)
  }
  const tables = all('observations', '.csv').map((each) => [basename(each.name, '.csv'), each] as const)
  return {
    hubs: file('hubs', 'hubs.jsonl'),
    areas: file('hubs', 'areas.jsonl'),
    facets: file('hubs', 'facets.jsonl'),
    markets: file('hubs', 'markets.jsonl'),
    endpoints: file('hubs', 'endpoints.jsonl'),
    references: file('hubs', 'references.jsonl'),
    currencies: file('hubs', 'currencies.jsonl'),
    formerNames: file('hubs', 'former-names.jsonl'),
    decision: file('hubs', 'decision.yaml'),
    roundTrips: file('observations', 'round-trips.csv'),
    indicators: all('indicators', '.yaml'),
    observations: new Map(tables.filter(([id]) => id !== 'round-trips')),
  }
}
