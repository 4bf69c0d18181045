import { HOUR_MS } from '../lib/instant.ts'
import type { UiLanguage } from '../lib/ui-languages.ts'
import { rankStory, sumHundredths } from './rank.ts'
import { sayPhrase } from './reason-messages.ts'
import type { RankInput } from './signal.ts'
import type { Explanation, Phrase } from './types.ts'
import { DEFAULT_WEIGHTS, type Weights } from './weights.ts'

/** Most clauses in the sentence of a reason. */
const MAX_CLAUSES = 3

/** Returns the leaves of an explanation, in order. */
export function signalsOf(explanation: Explanation): readonly Explanation[] {
  return explanation.parts.length === 0 ? [explanation] : explanation.parts.flatMap(signalsOf)
}

/** Returns the phrases of the one to three signals with most points, most first; ties in the order of the explanation. */
export function rankReason(explanation: Explanation): readonly Phrase[] {
  const signals = [...signalsOf(explanation)].sort((a, b) => b.value - a.value)
  const giving = signals.filter((signal) => signal.value > 0)
  return (giving.length > 0 ? giving : signals.slice(0, 1)).slice(0, MAX_CLAUSES).map((signal) => signal.reason)
}

/**
 * Words the reason for a rank as one sentence in a reader's language.
 * @returns plain text that ends with a full stop, e.g.
 *   `3 independent sources report it, the newest report is 2 hours old, and the best source is a primary one.`
 */
export function sayReason(explanation: Explanation, language: UiLanguage): string {
  const clauses = rankReason(explanation).map((phrase) => sayPhrase(phrase, language))
  if (language === 'en') {
    const sentence = new Intl.ListFormat('en', { type: 'conjunction' }).format(clauses)
    return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`
  }
  if (language === 'ko') return `${clauses.join(', ')}.`
  return `${clauses.join(language === 'ja' ? '、' : '，')}。`
}

/** A hypothetical change of a score, computed by ranking the story again. */
export interface RankMove {
  readonly phrase: Phrase
  /** Points, two decimals, never 0. */
  readonly change: number
}

/** Hours without a report that `whatWouldMoveIt` looks ahead. */
const SILENCE_HOURS = 6

/**
 * Computes what would move a story: one more tier 2 owner reporting now, a primary document, six hours without a report.
 * @param now milliseconds since 1970
 */
export function whatWouldMoveIt(
  input: RankInput,
  now: number,
  weights: Weights = DEFAULT_WEIGHTS,
): readonly RankMove[] {
  const score = rankStory(input, now, weights).value
  const [primary, reporting, commentary] = input.familiesByTier
  // A community does not count beside a newsroom, as in coverage.
  const oneMore: RankInput = {
    ...input,
    independent: primary + reporting + 1 + commentary,
    familiesByTier: [primary, reporting + 1, commentary, 0],
    lastReportAt: Math.max(now, input.lastReportAt),
  }
  const move = (key: string, params: Phrase['params'], to: RankInput, at: number): RankMove => ({
    phrase: { key, params },
    change: sumHundredths([rankStory(to, at, weights).value, -score]),
  })
  const moves = [
    move('move-owner', { owners: oneMore.independent }, oneMore, now),
    move('move-silence', { hours: SILENCE_HOURS }, input, now + SILENCE_HOURS * HOUR_MS),
  ]
  if (!input.hasPrimaryDocument) {
    moves.splice(1, 0, move('move-primary', {}, { ...input, hasPrimaryDocument: true }, now))
  }
  return moves.filter((each) => each.change !== 0)
}
