import type { SourceType, Tier } from '../../source/types.ts'
import type { CoverageEntry } from './story.ts'

/** How many of what is counted are of one sort; `id` undefined: which, is not known. */
export interface Share<Id> {
  readonly id?: Id
  readonly count: number
}

/** Where a story's independent reports are from: each owner's first in the order of the page, so that the counts of each sort add up to the same. */
export interface StoryBalance {
  readonly reports: number
  readonly countries: readonly Share<string>[]
  readonly languages: readonly Share<string>[]
  readonly types: readonly Share<SourceType>[]
  readonly tiers: readonly Share<Tier>[]
}

/** CLDR’s code of a region that is not known. */
export const UNKNOWN_COUNTRY = 'ZZ'
/** The tag of a language that is not known (BCP 47). */
const UNKNOWN_LANGUAGE = 'und'

/** Country and kind are those that the catalogue states for the source, the language is the report's own; nothing is guessed. */
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
  return sorted(of, idOf).map(({ id, all }) => ({ id, count: all.length }))
}

/** By sort: the largest first, of the same size as they come, what is of no known sort last. */
export function sorted<T, Id>(
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
