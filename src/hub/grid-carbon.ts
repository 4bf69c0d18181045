import { averageIntensity, electricityMaps } from '@tgwf/co2/data'
import type { Hub, Observation } from './types.ts'

/**
 * Grid figures that the package @tgwf/co2 carries: Electricity Maps by zone and year (ODbL 1.0), Ember by country
 * (CC BY-SA 4.0). They stay in that package, under those licences: here they are looked up, and never stored with our own.
 */

interface ZoneFigures {
  readonly carbonIntensity: { readonly value: number }
  readonly renewableEnergy: { readonly value: number }
  readonly carbonFreeEnergy: { readonly value: number }
}

const YEARS = [2021, 2022, 2023, 2024, 2025] as const

const FIELDS = {
  carbon: ['carbonIntensity', 'gCO2/kWh'],
  'carbon-free-share': ['carbonFreeEnergy', '%'],
  'renewable-share': ['renewableEnergy', '%'],
} as const

/** @returns whether the package has yearly figures of a zone */
export function isKnownZone(zone: string): boolean {
  return YEARS.some((year) => Object.hasOwn(electricityMaps[`yearly${year}`].data, zone))
}

/** Code by which Ember names the grid, for zones that are all or nearly all of a country of its list. */
const EMBER_CODES: Readonly<Record<string, string>> = {
  HK: 'HKG',
  SG: 'SGP',
  KR: 'KOR',
  TW: 'TWN',
  CN: 'CHN',
  MO: 'MAC',
  'MY-WM': 'MYS',
  TH: 'THA',
  ID: 'IDN',
  AE: 'ARE',
}

/** Zones that are a whole country of several cities; Hong Kong, Macau and Singapore are a city each. */
const COUNTRY_GRIDS: ReadonlySet<string> = new Set(['CN', 'KR', 'TW', 'TH', 'ID', 'AE'])

const EMBER_URL = 'https://ember-energy.org/'
const EM_URL = 'https://www.electricitymaps.com/data/methodology'

/**
 * @param hub one with a grid zone; others have no figures
 * @param indicator `carbon`, `carbon-free-share` or `renewable-share`; others have no figures here
 * @param inheritedSpread half width where the zone is much wider than the hub, as for cities of the mainland
 */
export function gridObservations(hub: Hub, indicator: string, inheritedSpread: number): Observation[] {
  const zone = hub.gridZone
  if (zone === undefined || !(indicator in FIELDS)) return []
  const [field, unit] = FIELDS[indicator as keyof typeof FIELDS]
  // One zone for the whole mainland: no figure for a province or city is open.
  const isInherited = zone === 'CN'
  const scope = COUNTRY_GRIDS.has(zone) ? 'country' : 'zone'
  const observations: Observation[] = []
  for (const year of YEARS) {
    const figures: ZoneFigures | undefined = electricityMaps[`yearly${year}`].data[zone]
    if (!figures) continue
    const { value } = figures[field]
    const spread = isInherited ? value * inheritedSpread : 0
    observations.push({
      hub: hub.id,
      indicator,
      value,
      lo: Math.max(0, value - spread),
      hi: value + spread,
      unit,
      scope,
      method: isInherited ? 'inherited' : 'measured',
      date: String(year),
      source: 'electricity-maps',
      sourceUrl: EM_URL,
      madeFor: `zone/${zone}`,
    })
  }
  const ember = indicator === 'carbon' && !isInherited ? averageIntensity.data[EMBER_CODES[zone] ?? ''] : undefined
  if (ember !== undefined) {
    const value = Math.round(ember)
    observations.push({
      hub: hub.id,
      indicator,
      value,
      lo: value,
      hi: value,
      unit,
      scope,
      method: 'measured',
      date: '2024',
      source: 'ember',
      sourceUrl: EMBER_URL,
      madeFor: `zone/${zone}`,
    })
  }
  return observations
}
