import { type Instant, MINUTE_MS } from '../../lib/instant.ts'
import { oncePerObject } from '../../lib/once-per-object.ts'
import { SOURCE_TYPES, type Source, type SourceType, type Tier } from '../../source/types.ts'
import type { SourceHealth } from '../../store/feed-types.ts'
import type { Store } from '../../store/types.ts'
import type { SiteDeps } from '../deps.ts'
import { knownCountry, knownLanguage, sorted } from './story-balance.ts'

/** One sort of source; `id` undefined: of which, is not known. */
export interface BalanceLine<Id> {
  readonly id?: Id
  readonly sources: number
  /** Published in the last seven days. */
  readonly items: number
}

/** Where the sources that are on are from, and what is not among them. Lists with the most sources first. */
export interface Balance {
  readonly sources: number
  readonly items: number
  /** As the catalogue states it: a source with `mul` publishes in several. */
  readonly languages: readonly BalanceLine<string>[]
  /** ISO 3166-1 alpha-2, `EU`, or `INT`: of no one country. */
  readonly countries: readonly BalanceLine<string>[]
  readonly types: readonly BalanceLine<SourceType>[]
  readonly tiers: readonly BalanceLine<Tier>[]
  readonly missing: {
    /** Of those whose words are compared across languages. */
    readonly languages: readonly string[]
    readonly types: readonly SourceType[]
    /** Cities that no source names among those it covers regularly; none where the site has no hubs. */
    readonly hubs: readonly string[]
  }
}

/** English, and the languages of `data/word-translations.tsv`: reports in them find stories in the others. */
export const COMPARED_LANGUAGES = ['ar', 'de', 'en', 'es', 'fr', 'it', 'ja', 'ko', 'pt', 'ru', 'sl', 'zh'] as const

/** Ten thousand sources are counted in two hundred queries; their balance of a week hardly changes in this time. */
const REMADE_MS = 10 * MINUTE_MS

const kept = oncePerObject((_: Store): { key?: string; balance?: Promise<Balance> } => ({}))

/** Counted anew every ten minutes, and when sources are switched on or off. */
export async function balanceOf(deps: Pick<SiteDeps, 'store' | 'atlas' | 'settings'>, now: Instant): Promise<Balance> {
  const { store, atlas, settings } = deps
  const enabled = (await store.sources()).filter(({ isEnabled }) => isEnabled)
  const place = kept(store)
  const key = `${Math.floor(now / REMADE_MS)} ${enabled.length} ${enabled.at(-1)?.id}`
  if (place.key !== key || place.balance === undefined) {
    const hubs = settings.hasHubs === false ? [] : atlas.hubs.filter(({ isRegion }) => !isRegion).map(({ id }) => id)
    const ids = enabled.map(({ id }) => id)
    place.key = key
    place.balance = store.healthOfSources(ids, now).then((health) => countBalance(health, hubs))
    // A failure is told to who asked, and not kept.
    place.balance.catch(() => {
      place.key = undefined
    })
  }
  return place.balance
}

function countBalance(health: readonly SourceHealth[], hubs: readonly string[]): Balance {
  const lines = <Id>(idOf: (source: Source) => Id | undefined): readonly BalanceLine<Id>[] =>
    sorted(health, ({ source }) => idOf(source)).map(({ id, all }) => ({
      id,
      sources: all.length,
      items: itemsOf(all),
    }))
  const languages = lines(({ language }) => knownLanguage(language))
  const types = lines(({ type }) => type)
  const covered = new Set(health.flatMap(({ source }) => source.hubs))
  const spoken = new Set(languages.map(({ id }) => id?.split('-')[0]))
  return {
    sources: health.length,
    items: itemsOf(health),
    languages,
    countries: lines(({ country }) => knownCountry(country)),
    types,
    tiers: lines(({ tier }) => tier).toSorted((a, b) => (a.id ?? 0) - (b.id ?? 0)),
    missing: {
      languages: COMPARED_LANGUAGES.filter((language) => !spoken.has(language)),
      types: SOURCE_TYPES.filter((type) => !types.some(({ id }) => id === type)),
      hubs: hubs.filter((hub) => !covered.has(hub)),
    },
  }
}

function itemsOf(health: readonly SourceHealth[]): number {
  return health.reduce((sum, { weekItems }) => sum + weekItems, 0)
}
