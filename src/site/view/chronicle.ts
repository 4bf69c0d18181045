import type { Facts } from '../../summary/facts/types.ts'
import type { CoverageEntry } from './story.ts'

/** One independent report in the order of time, and what it was the first to bring. */
export interface ChronicleEntry {
  readonly entry: CoverageEntry
  /** It is the first in its language; undefined where all are in one. */
  readonly firstIn?: string
  /** Figures and dates that later reports give too or differ from, as written. */
  readonly figures: readonly string[]
  /** Whom it was the first to quote. */
  readonly speakers: readonly string[]
}

/**
 * How a story came out: who reported it when, and what each report brought that none had before it. Only what stands side by side in the facts
 * is counted: a figure of one report alone would be new in each.
 */
export function chronicleOf(coverage: readonly CoverageEntry[], facts: Facts | undefined): readonly ChronicleEntry[] {
  const reports = coverage
    .filter(({ role, isIndependent }) => role === 'report' && isIndependent)
    .sort((a, b) => a.item.publishedAt - b.item.publishedAt || a.item.id - b.item.id)
  const places = new Map(reports.map(({ item }, place) => [item.id, place]))
  const firstOf = (itemIds: readonly number[]) =>
    Math.min(...itemIds.map((itemId) => places.get(itemId) ?? Number.POSITIVE_INFINITY))
  const values = (facts?.figures ?? []).flatMap((figure) => figure.values)
  const languages = reports.map(({ item }) => item.language)
  const isInSeveral = new Set(languages).size > 1
  return reports.map((entry, place) => ({
    entry,
    ...(isInSeveral && languages.indexOf(entry.item.language) === place ? { firstIn: entry.item.language } : {}),
    figures: values
      .filter(({ citations }) => firstOf(citations.map(({ itemId }) => itemId)) === place)
      .map(({ text }) => text),
    speakers: (facts?.quotations ?? [])
      .filter(({ citation }) => places.get(citation.itemId) === place)
      .map(({ speaker }) => speaker),
  }))
}
