import type { Atlas } from '../hub/atlas-types.ts'
import { LEFT_OUT, type Needs } from '../hub/decide/needs.ts'
import { withQuery } from './paths.ts'

/** Fields of the needs form, by name. */
export type NeedsFields = Readonly<Record<string, string | number | undefined>>

type Query = (name: string) => string | undefined

/** Maximum characters read of one field. */
const LONGEST = 40
/** Maximum characters read of a list field. */
const LONGEST_LIST = 2_000

/**
 * Reads needs from a query: the form's fields, or `needs` with the content of NEEDS.json.
 *
 * @returns input for `readNeeds`; undefined if the query contains no needs
 */
export function needsOfQuery(query: Query, atlas: Atlas): unknown {
  const written = query('needs')
  if (written) return parsed(written)
  const text = (name: string) => query(name)?.slice(0, LONGEST).trim() || undefined
  const number = (name: string) => {
    const value = text(name)
    return value === undefined ? undefined : Number.isFinite(Number(value)) ? Number(value) : value
  }
  const list = (name: string) => query(name)?.slice(0, LONGEST_LIST).split(',').filter(Boolean)
  const asked = atlas.indicators.flatMap(({ id, isCriterion }) => {
    const value = number(`c.${id}`)
    return isCriterion && value !== undefined && value !== 0 ? [{ id, value }] : []
  })
  // Sent without a criterion, as by a form left empty, the other fields still are needs: they are refused, not forgotten.
  if (
    asked.length === 0 &&
    !FIELDS_OF_NEEDS.some((name) => text(name)) &&
    !atlas.markets.some(({ id }) => text(`m.${id}`))
  )
    return undefined
  const markets = atlas.markets.flatMap(({ id }) => {
    const weight = number(`m.${id}`)
    return weight === undefined || weight === 0 ? [] : [{ market: id, weight, maxRoundTripMs: number(`ms.${id}`) }]
  })
  const byWeight = text('by') === 'weight'
  const criteria = byWeight ? asked.map(({ id, value }) => ({ id, weight: value })) : inOrder(asked)
  const without = LEFT_OUT.filter((method) => text(`without.${method}`) !== undefined)
  const residency = list('residency')
  return {
    hubs: list('hubs'),
    markets,
    residency,
    operator: { mainlandEntity: text('entity') !== undefined, parentCountry: text('parent')?.toUpperCase() },
    trainingShare: number('training'),
    powerMW: number('mw'),
    accelerators: text('chips'),
    carbonCapGPerKWh: number('carbon'),
    maxUsdPerKWh: number('price'),
    criteria,
    split: text('split') === undefined ? undefined : { maxLinkMs: number('link') },
    without,
    confidence: text('confidence'),
    draws: number('draws'),
    seed: number('seed'),
  }
}

/** Fields that a filled-in form sends besides criteria and markets, and without which nothing was asked. */
const FIELDS_OF_NEEDS = [
  ...['residency', 'entity', 'parent', 'training', 'mw', 'chips', 'carbon', 'price'],
  ...['by', 'confidence', 'split', 'link'],
]

/** Returns criteria by their numbers as places; a place that some share is kept, so that they weigh the same. */
function inOrder(asked: readonly { readonly id: string; readonly value: string | number }[]) {
  const sorted = [...asked].sort((a, b) => Number(a.value) - Number(b.value))
  const isShared = new Set(sorted.map(({ value }) => value)).size < sorted.length
  return sorted.map(({ id, value }) => {
    if (typeof value === 'string') return { id, weight: value }
    return isShared ? { id, place: value } : { id }
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** Returns the address for these needs, with the fields in a fixed order and defaults left out. */
export function needsPath(path: string, needs: Needs): string {
  return withQuery(path, needsFields(needs))
}

/** Returns the query or form fields for these needs; the inverse of `needsOfQuery`. */
export function needsFields(needs: Needs): NeedsFields {
  const { operator, isRankOrder } = needs
  const fields: Record<string, string | number | undefined> = { hubs: needs.hubs?.join(',') }
  for (const { market, weight, maxRoundTripMs } of needs.markets) {
    fields[`m.${market}`] = weight
    fields[`ms.${market}`] = maxRoundTripMs
  }
  fields.residency = needs.residency.join(',')
  fields.entity = operator.mainlandEntity ? 1 : undefined
  fields.parent = operator.parentCountry
  fields.training = needs.trainingShare || undefined
  fields.mw = needs.powerMW
  fields.chips = needs.accelerators === 'any' ? undefined : needs.accelerators
  fields.carbon = needs.carbonCapGPerKWh
  fields.price = needs.maxUsdPerKWh
  for (const [index, { id, weight, place }] of needs.criteria.entries())
    fields[`c.${id}`] = isRankOrder ? (place ?? index + 1) : weight
  fields.by = isRankOrder ? undefined : 'weight'
  fields.split = needs.split ? 1 : undefined
  fields.link = needs.split?.maxLinkMs
  for (const method of needs.without) fields[`without.${method}`] = 1
  fields.confidence = needs.confidence === 'mid' ? undefined : needs.confidence
  fields.draws = needs.draws === 4_000 ? undefined : needs.draws
  fields.seed = needs.seed === 1 ? undefined : needs.seed
  return fields
}
