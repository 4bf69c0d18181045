import type { Facts } from '../../summary/facts/types.ts'
import type { CoverageEntry } from './story.ts'

/** One independent report, and what it was the first to bring. */
export interface ChronicleEntry {
  readonly entry: CoverageEntry
  /** Its language, if it is the first report in it; undefined where all reports share one language. */
  readonly firstIn?: string
  /** Figures and dates it was the first to give that later reports repeat or contradict, as written. */
  readonly figures: readonly string[]
  /** People it was the first to quote. */
  readonly speakers: readonly string[]
}

/**
 * Lists a story's independent reports, earliest first, with what each brought that no earlier one had. Only values that the facts compare
 * across reports count: a figure in a single report would always be new.
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
