import type { Instant } from '../../lib/instant.ts'
import { checkCauses } from './causes.ts'
import type { Failure } from './failure.ts'
import { checkDates, checkNumbers } from './numbers.ts'
import { checkPolarity } from './polarity.ts'
import { Statement } from './statement.ts'
import type { CheckContext, CheckedText } from './types.ts'

/** Capitalised Latin words and words with digits, which a translation carries over unchanged. */
const CARRIED_OVER =
  /(?<![\p{Script=Latin}\p{N}])(?:\p{Lu}[\p{Script=Latin}\p{N}&.-]*|\p{Script=Latin}+-?\p{N}[\p{L}\p{N}.-]*)/gu
const WITHOUT_CAPITALS = /^(?:zh|ja|ko)/

/**
 * Checks a translation against the original as far as languages can be compared: each number, date and known name of one must be in
 * the other, denials and causes must agree, and words left in Latin script must stand in the original. Names that the gazetteer
 * does not know are compared only if the translation has them in Latin script.
 *
 * @param at reference time of relative dates in both texts
 * @returns the failures; empty if none was found
 */
export function checkTranslation(
  translated: CheckedText,
  original: CheckedText,
  at: Instant,
  context: CheckContext,
): readonly Failure[] {
  const from = new Statement(original.text, original.language, at, context)
  const to = new Statement(translated.text, translated.language, at, context)
  return [
    ...checkNumbers(to, [from]),
    ...checkNumbers(from, [to]),
    ...checkDates(to, [from]),
    ...checkDates(from, [to]),
    ...knownNames(to, from),
    ...knownNames(from, to),
    ...carriedOver(to, from),
    ...checkPolarity(to, [from]),
    ...checkCauses(to, [from]),
  ]
}

/** Returns failures for the gazetteer's names in the first text that are missing in the second. */
function knownNames(said: Statement, other: Statement): readonly Failure[] {
  const known = new Set(other.mentions.map(({ entityId }) => entityId))
  const isDate = (start: number, end: number) => said.dates.some((date) => start < date.end && end > date.start)
  return said.mentions.flatMap(({ entityId, start, end }): readonly Failure[] => {
    const isThere = known.has(entityId) || other.folded.includes(said.folded.slice(start, end)) || isDate(start, end)
    return isThere ? [] : [{ rule: 'name', found: said.text.slice(start, end) }]
  })
}

function carriedOver(to: Statement, from: Statement): readonly Failure[] {
  const words = [...to.text.matchAll(CARRIED_OVER)].filter(
    ({ 0: word }) => WITHOUT_CAPITALS.test(to.language) || /\p{N}/u.test(word),
  )
  return words.flatMap(({ 0: word, index }): readonly Failure[] => {
    const [start, end] = [index, index + word.length]
    const isRead = [...to.mentions, ...to.quantities, ...to.dates].some(
      (place) => start < place.end && end > place.start,
    )
    const isThere = from.folded.includes(to.folded.slice(start, end).replace(/[.-]+$/, ''))
    return isRead || isThere ? [] : [{ rule: 'name', found: word }]
  })
}
