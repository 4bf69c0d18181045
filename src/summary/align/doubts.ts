import { checkCauses } from '../check/causes.ts'
import { checkComparison } from '../check/comparison.ts'
import { contentTerms } from '../check/content-terms.ts'
import { checkModality } from '../check/modality.ts'
import { checkNames } from '../check/names.ts'
import { checkDates, checkNumbers } from '../check/numbers.ts'
import { checkPolarity, negationsOf } from '../check/polarity.ts'
import { checkQuotations } from '../check/quotations.ts'
import type { Statement } from '../check/statement.ts'
import { plainWords, type ReadDocuments } from './read-document.ts'
import type { WordRelations } from './word-relations.ts'

/** What speaks against a sentence, each a count of 0 or more. */
export const DOUBTS = [
  'number',
  'name',
  'quotation',
  'denial',
  'denialNearby',
  'modalityNearby',
  'direction',
  'cause',
  'negation',
  'newName',
  'newFigureWord',
  'newNoun',
  'opposite',
  'newRestriction',
  'restriction',
  'newQuantifier',
  'farApart',
  'newPairs',
  'newPairsInCopy',
  'farApartInCopy',
] as const
export type Doubt = (typeof DOUBTS)[number]
export type DoubtCounts = Readonly<Record<Doubt, number>>

const RESTRICTION =
  /\b(?:only|except|excluding|but|instead|rather|however|despite|although|solely|exclusively|merely|just|unlike)\b/g
const STRONG_RESTRICTION = /\b(?:only|except|excluding|instead|rather than|solely)\b/
const QUANTIFIER =
  /\b(?:all|every|always|never|any|none|each|entire|completely|fully|some|most|many|few|several|both|half|twice)\b/g
/** What a summary says of its source, not of the event. */
const ABOUT_THE_SOURCE: ReadonlySet<string> = new Set(
  (
    'document email podcast transcript convers author speaker custom client agent sale summari discuss describ explain mention introduc emphas ' +
    'highlight offer provid includ featur express suggest conclud encourag recommend host episod articl'
  ).split(' '),
)
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u
/** Terms between two that are neighbours in the sentence; further apart in the source they may have been joined falsely. */
const NEAR = 8

/** @param spans the documents' sentences that support it best */
export function doubtsOf(
  sentence: Statement,
  spans: readonly Statement[],
  documents: ReadDocuments,
  relations: WordRelations,
): DoubtCounts {
  const { wholes } = documents
  const terms = contentTerms(sentence.folded)
  const length = Math.max(1, terms.length)
  const { newPairs, copied } = pairsOf(sentence, documents)
  // A sentence that is mostly copied is in doubt where the copies are joined; one in its own words has new pairs anyway.
  const copyShare = Math.max(0, Math.min(1, (copied - 0.45) / 0.25))
  const farApart = countFarApart(terms, documents)
  const restrictions = [...sentence.folded.matchAll(RESTRICTION)].map(([word]) => word)
  const quantifiers = [...sentence.folded.matchAll(QUANTIFIER)].map(([word]) => word)
  return {
    number: checkNumbers(sentence, wholes).length,
    name: checkNames(sentence, wholes).length,
    quotation: checkQuotations(sentence, wholes).length,
    denial: checkPolarity(sentence, wholes).length,
    denialNearby: spans.length === 0 ? 0 : checkPolarity(sentence, spans).length,
    modalityNearby: checkModality(sentence, spans).length,
    direction: checkComparison(sentence, wholes).length,
    cause: checkCauses(sentence, wholes).length,
    negation: negationsOf(sentence).length,
    ...newWords(sentence, documents, relations),
    newRestriction: restrictions.filter((word) => !documents.words.has(word)).length,
    restriction: STRONG_RESTRICTION.test(sentence.folded) ? 1 : 0,
    newQuantifier: quantifiers.filter((word) => !documents.words.has(word)).length,
    farApart: farApart / length,
    newPairs: newPairs / length,
    newPairsInCopy: (copyShare * newPairs) / length,
    farApartInCopy: copyShare * farApart,
  }
}

/** Pairs of neighbouring words, grammar included, that no document has though it has both words. */
function pairsOf({ folded }: Statement, { words, wordPairs }: ReadDocuments) {
  const own = plainWords(folded)
  let newPairs = 0
  let copiedPairs = 0
  for (let at = 1; at < own.length; at++) {
    if (wordPairs.has(`${own[at - 1]} ${own[at]}`)) copiedPairs++
    else if (words.has(own[at - 1]!) && words.has(own[at]!)) newPairs++
  }
  return { newPairs, copied: copiedPairs / Math.max(1, own.length - 1) }
}

function countFarApart(terms: readonly { readonly term: string }[], { places }: ReadDocuments): number {
  let count = 0
  for (let at = 1; at < terms.length; at++) {
    const one = places.get(terms[at - 1]!.term)
    const other = places.get(terms[at]!.term)
    if (one && other && leastGap(one, other) > NEAR) count++
  }
  return count
}

/** Both ascending; linear. */
function leastGap(a: readonly number[], b: readonly number[]): number {
  let least = Number.POSITIVE_INFINITY
  for (let left = 0, right = 0; left < a.length && right < b.length; ) {
    least = Math.min(least, Math.abs(a[left]! - b[right]!))
    if (a[left]! < b[right]!) left++
    else right++
  }
  return least
}

function newWords(sentence: Statement, { places, known, wholes }: ReadDocuments, relations: WordRelations) {
  const failed = new Set([checkNumbers, checkDates].flatMap((rule) => rule(sentence, wholes)).map(({ found }) => found))
  const ids = new Set(wholes.flatMap(({ mentions }) => mentions.map(({ entityId }) => entityId)))
  const written = [
    ...[...sentence.quantities, ...sentence.dates].filter(
      ({ start, end }) => !failed.has(sentence.text.slice(start, end)),
    ),
    ...sentence.mentions.filter(({ entityId }) => ids.has(entityId)),
  ]
  const counts = { newName: 0, newFigureWord: 0, newNoun: 0, opposite: 0 }
  for (const { term, start, end } of contentTerms(sentence.folded)) {
    if (places.has(term) || ABOUT_THE_SOURCE.has(term)) continue
    const word = sentence.folded.slice(start, end).replace(/'s$/, '')
    // Written otherwise, but the rules know it for the same: `40-megawatt` and `40 MW`.
    if (written.some((place) => start < place.end && end > place.start)) continue
    // Pairs of characters are judged by the strict check's share: one changed character makes two of them new.
    if (UNSPACED.test(word)) continue
    if (!/^[a-z]+$/.test(word)) counts.newFigureWord++
    else if (start > 0 && /^\p{Lu}/u.test(sentence.text.slice(start))) counts.newName++
    else {
      const relation = relations.relationOf(word, known)
      if (relation === 'opposite') counts.opposite++
      else if (relation === 'none' && relations.partOfSpeech(word) === 'n') counts.newNoun++
    }
  }
  return counts
}
