import type { SourceType, Tier } from '../../source/types.ts'
import type { CoverageEntry } from './story.ts'

/** Number of reports that share one value, such as a country. `id` is undefined where the value is unknown. */
export interface Share<Id> {
  readonly id?: Id
  readonly count: number
}

/** A story's independent reports by country, language, type and tier. Only each owner's first report counts, in the order of the page. */
export interface StoryBalance {
  readonly reports: number
  readonly countries: readonly Share<string>[]
  readonly languages: readonly Share<string>[]
  readonly types: readonly Share<SourceType>[]
  readonly tiers: readonly Share<Tier>[]
}

/** CLDR code of an unknown region. */
export const UNKNOWN_COUNTRY = 'ZZ'
/** BCP 47 tag of an undetermined language. */
const UNKNOWN_LANGUAGE = 'und'

/** Counts where a story's reports are from. Country and type are the catalogue's for the source, the language is the report's own. */
export function storyBalance(coverage: readonly CoverageEntry[]): StoryBalance {
  const reports = coverage.filter(({ isIndependent, isSameFamily }) => isIndependent && !isSameFamily)
  return {
    reports: reports.length,
    countries: shares(reports, ({ source }) => knownCountry(source?.country)),
    languages: shares(reports, ({ item }) => knownLanguage(item.language)),
    types: shares(reports, ({ source }) => source?.type),
    tiers: shares(reports, ({ tier }) => tier),
  }
}

export function knownCountry(country: string | undefined): string | undefined {
  return country === UNKNOWN_COUNTRY ? undefined : country
}

export function knownLanguage(language: string): string | undefined {
  return language === UNKNOWN_LANGUAGE ? undefined : language
}

function shares<T, Id>(of: readonly T[], idOf: (each: T) => Id | undefined): readonly Share<Id>[] {
  return grouped(of, idOf).map(({ id, all }) => ({ id, count: all.length }))
}

/** Groups values by id: the largest group first, equal groups in input order, the group without an id last. */
export function grouped<T, Id>(
  of: readonly T[],
  idOf: (each: T) => Id | undefined,
): readonly { readonly id?: Id; readonly all: readonly T[] }[] {
  const sorts = new Map<Id | undefined, T[]>()
  for (const each of of) {
    const id = idOf(each)
    const known = sorts.get(id)
    if (known) known.push(each)
    else sorts.set(id, [each])
  }
  return [...sorts]
    .map(([id, all]) => ({ id, all }))
    .sort((a, b) => Number(a.id === undefined) - Number(b.id === undefined) || b.all.length - a.all.length)
}
