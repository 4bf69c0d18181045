import { HOUR_MS } from '../lib/instant.ts'
import type { UiLanguage } from '../lib/ui-languages.ts'
import { rankStory, sumHundredths } from './rank.ts'
import { sayPhrase } from './reason-messages.ts'
import type { RankInput } from './signal.ts'
import type { Explanation, Phrase } from './types.ts'
import { DEFAULT_WEIGHTS, type Weights } from './weights.ts'

/** Clauses in the one sentence of a reason. More than three are a list, not a reason. */
const MAX_CLAUSES = 3

/** @returns the leaves of an explanation, in order */
export function signalsOf(explanation: Explanation): readonly Explanation[] {
  return explanation.parts.length === 0 ? [explanation] : explanation.parts.flatMap(signalsOf)
}

/** @returns one to three phrases: the signals that gave most points, most first; ties in the order of the table */
export function rankReason(explanation: Explanation): readonly Phrase[] {
  const signals = [...signalsOf(explanation)].sort((a, b) => b.value - a.value)
  const giving = signals.filter((signal) => signal.value > 0)
  return (giving.length > 0 ? giving : signals.slice(0, 1)).slice(0, MAX_CLAUSES).map((signal) => signal.reason)
}

/**
 * The one-sentence reason in a reader's language.
 * @returns plain text that ends with a full stop, e.g. `3 independent sources report it, the newest report is 2 hours old, and the best source is a primary one.`
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

/** What would happen to a score, computed by ranking the story again, not guessed. */
export interface RankMove {
  readonly phrase: Phrase
  /** Points, two decimals, never 0. */
  readonly change: number
}

/** Hours of silence that `whatWouldMoveIt` looks ahead. */
const SILENCE_HOURS = 6

/**
 * What would move a story: one more owner of tier 2 reporting now, a primary document, six hours without news.
 * @param now milliseconds since 1970
 */
export function whatWouldMoveIt(
  input: RankInput,
  now: number,
  weights: Weights = DEFAULT_WEIGHTS,
): readonly RankMove[] {
  const score = rankStory(input, now, weights).value
  const [primary, reporting, commentary] = input.familiesByTier
  // Beside a newsroom, a community no longer counts; coverage does the same.
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
