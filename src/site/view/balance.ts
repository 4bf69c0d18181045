import { soughtLanguage } from '../../lib/expected-language.ts'
import { type Instant, MINUTE_MS } from '../../lib/instant.ts'
import { oncePerObject } from '../../lib/once-per-object.ts'
import { primaryLanguage } from '../../lib/primary-language.ts'
import { SOURCE_TYPES, type Source, type SourceType, type Tier } from '../../source/types.ts'
import type { SourceHealth } from '../../store/feed-types.ts'
import type { Store } from '../../store/types.ts'
import type { SiteDeps } from '../deps.ts'
import { grouped, knownCountry, knownLanguage } from './story-balance.ts'

/** Sources that share one value, such as a country. `id` is undefined where the value is unknown. */
export interface BalanceLine<Id> {
  readonly id?: Id
  readonly sources: number
  /** Items published in the last seven days. */
  readonly items: number
}

/** The enabled sources by language, country, type and tier, and which values are missing. The largest groups come first, tiers in order. */
export interface Balance {
  readonly sources: number
  readonly items: number
  /** BCP 47, as the catalogue states it; `mul` for a source that publishes in several languages. */
  readonly languages: readonly BalanceLine<string>[]
  /** ISO 3166-1 alpha-2, `EU`, or `INT` for international sources. */
  readonly countries: readonly BalanceLine<string>[]
  readonly types: readonly BalanceLine<SourceType>[]
  readonly tiers: readonly BalanceLine<Tier>[]
  readonly missing: {
    /** Those of `COMPARED_LANGUAGES` that no source publishes in. */
    readonly languages: readonly string[]
    readonly types: readonly SourceType[]
    /** Cities that no source covers regularly, by its catalogue entry; empty where the site has no hubs. */
    readonly hubs: readonly string[]
  }
}

/** English and the languages of `data/word-translations.tsv`: a report in one of them is matched with stories in the others. */
export const COMPARED_LANGUAGES = ['ar', 'de', 'en', 'es', 'fr', 'it', 'ja', 'ko', 'pt', 'ru', 'sl', 'zh'] as const

/** Time to live of the cached balance. Counting ten thousand sources takes two hundred queries, and a week's balance changes slowly. */
const REMADE_MS = 10 * MINUTE_MS

const kept = oncePerObject((_: Store): { key?: string; balance?: Promise<Balance> } => ({}))

/** Returns the balance of the enabled sources, recounted every ten minutes and whenever the catalogue changes. */
export async function balanceOf(deps: Pick<SiteDeps, 'store' | 'atlas' | 'settings'>, now: Instant): Promise<Balance> {
  const { store, atlas, settings } = deps
  const place = kept(store)
  const key = `${Math.floor(now / REMADE_MS)} ${await store.sourcesRevision()}`
  if (place.key !== key || place.balance === undefined) {
    const enabled = (await store.sources()).filter(({ isEnabled }) => isEnabled)
    const hubs = settings.hasHubs === false ? [] : atlas.hubs.filter(({ isRegion }) => !isRegion).map(({ id }) => id)
    const ids = enabled.map(({ id }) => id)
    place.key = key
    place.balance = store.healthOfSources(ids, now).then((health) => countBalance(health, hubs))
    // A failure is reported to its caller and not cached.
    place.balance.catch(() => {
      place.key = undefined
    })
  }
  return place.balance
}

function countBalance(health: readonly SourceHealth[], hubs: readonly string[]): Balance {
  const lines = <Id>(idOf: (source: Source) => Id | undefined): readonly BalanceLine<Id>[] =>
    grouped(health, ({ source }) => idOf(source)).map(({ id, all }) => ({
      id,
      sources: all.length,
      items: itemsOf(all),
    }))
  const languages = lines(({ language }) => knownLanguage(language))
  const types = lines(({ type }) => type)
  const covered = new Set(health.flatMap(({ source }) => source.hubs))
  const spoken = new Set(languages.map(({ id }) => id && primaryLanguage(soughtLanguage(id))))
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
