import type { Meaning } from '../item-terms.ts'
import type { OpenItem } from '../open-item.ts'
import { strengthOf, termOf } from '../term-vector.ts'
import type { SharedMeaning } from '../types.ts'
import { sharableTerms } from './translated-terms.ts'

/** Most words shown on a receipt. */
const SHOWN = 8

/**
 * Returns words with the same meaning, from an item or from items in other languages that it is compared with; those that weigh
 * most in the item first.
 *
 * @param meaningsOf translations of the words of an item's title; none for English
 */
export function sharedMeanings(
  item: OpenItem,
  others: readonly OpenItem[],
  meaningsOf: (item: OpenItem) => readonly Meaning[],
): readonly SharedMeaning[] {
  const foreign = others.filter(({ language }) => language !== item.language)
  if (foreign.length === 0) return []
  const own = strengths([item])
  const theirs = strengths(foreign)
  const shared = [item, ...foreign]
    .flatMap(meaningsOf)
    .filter(({ term }) => own.has(term) && theirs.has(term))
    .sort((a, b) => own.get(b.term)! - own.get(a.term)!)
  const byEnglish = new Map<string, SharedMeaning>()
  for (const { word, english } of shared) if (!byEnglish.has(english)) byEnglish.set(english, { word, english })
  return [...byEnglish.values()].slice(0, SHOWN)
}

function strengths(items: readonly OpenItem[]): ReadonlyMap<number, number> {
  return new Map(
    items.flatMap((item) => Array.from(sharableTerms(item), (packed) => [termOf(packed), strengthOf(packed)])),
  )
}
