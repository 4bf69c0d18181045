import type { ClusterSettings } from './cluster-settings.ts'
import { frontText } from './front-text.ts'
import { type ItemTerms, MAX_TITLE_LENGTH } from './item-terms.ts'
import { type OpenItem, packItem } from './open-item.ts'
import { isOpinion } from './opinion.ts'
import { isRemark } from './remark.ts'
import { textNumber } from './term-hash.ts'
import type { TermStatistics } from './term-statistics.ts'
import type { TermWeights } from './term-tally.ts'
import { packVector, type TermVector } from './term-vector.ts'
import type { ClusterInput } from './types.ts'
import type { WordChunks } from './word-chunks.ts'

/** Most terms of an item that are compared with items in other languages: a title has a dozen. */
const TRANSLATED_TERMS = 48

/**
 * Builds the record of an item, with weights fixed by how rare its terms are now.
 *
 * @param arrival number of items that came before
 * @param chunks memory that will hold the record
 */
export function rememberItem(
  input: ClusterInput,
  terms: ItemTerms,
  arrival: number,
  settings: ClusterSettings,
  statistics: TermStatistics,
  chunks: WordChunks,
): OpenItem {
  const language = statistics.languageIndex(input.language)
  const weighed = ({ terms: numbers, weights }: TermWeights, most: number): TermVector =>
    packVector(numbers, statistics.weighByRarity(language, numbers, weights), most)
  const front = frontText(input)
  const memory = {
    id: input.id,
    arrival,
    language,
    title: input.title.slice(0, MAX_TITLE_LENGTH),
    at: input.at,
    vector: weighed(terms.weights, settings.maxTerms),
    ...(terms.translated && { translated: weighed(terms.translated.weights, TRANSLATED_TERMS) }),
    names: sortedTerms(terms.names),
    entities: sortedTerms(terms.entities),
    figures: sortedTerms(terms.figures),
    versions: terms.versions.size === 0 ? NOTHING : Uint32Array.from([...terms.versions].flat()),
    fingerprint: input.fingerprint === undefined ? NOTHING : Uint32Array.from(input.fingerprint),
    frontLength: front.length,
    isRemark: isRemark(front),
    isOpinion: isOpinion({ title: input.title, url: input.url, categories: NO_CATEGORIES }),
    maker: input.isFirstParty && input.publisher ? textNumber(input.publisher) : 0,
    list: input.at === undefined || !input.publisher ? 0 : textNumber(`${input.at} ${input.publisher}`),
  }
  return packItem(memory, chunks)
}

function sortedTerms(terms: ReadonlySet<number>): Uint32Array {
  if (terms.size === 0) return NOTHING
  const sorted = new Uint32Array(terms.size)
  let count = 0
  for (const term of terms) sorted[count++] = term
  return sorted.sort()
}

const NOTHING = new Uint32Array(0)
const NO_CATEGORIES: readonly string[] = []
