import { averageIntensity, electricityMaps } from '@tgwf/co2/data'
import type { Hub, Observation } from './types.ts'

/**
 * Grid figures from the package @tgwf/co2: Electricity Maps by zone and year (ODbL 1.0), Ember by country (CC BY-SA 4.0).
 * They stay in that package under those licences: we look them up, and never store them with our own data.
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

/** @returns whether the package has yearly figures for a zone */
export function isKnownZone(zone: string): boolean {
  return YEARS.some((year) => Object.hasOwn(electricityMaps[`yearly${year}`].data, zone))
}

/** Ember's country code by zone, for zones that cover all or nearly all of that country. */
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

/** Zones that cover a whole country with several cities. Hong Kong, Macau and Singapore are one city each. */
const COUNTRY_GRIDS: ReadonlySet<string> = new Set(['CN', 'KR', 'TW', 'TH', 'ID', 'AE'])

const EMBER_URL = 'https://ember-energy.org/'
const EM_URL = 'https://www.electricitymaps.com/data/methodology'

/**
 * Looks up the grid figures of a hub's zone.
 *
 * @param indicator `carbon`, `carbon-free-share` or `renewable-share`
 * @param inheritedSpread half width of the interval, as a share of the value, for cities in the zone of mainland China
 * @returns empty for any other indicator, or for a hub without a grid zone
 */
export function gridObservations(hub: Hub, indicator: string, inheritedSpread: number): Observation[] {
  const zone = hub.gridZone
  if (zone === undefined || !(indicator in FIELDS)) return []
  const [field, unit] = FIELDS[indicator as keyof typeof FIELDS]
  // The whole mainland is one zone: figures for its provinces and cities are not openly published.
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
