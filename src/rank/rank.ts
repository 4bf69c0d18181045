import { authority } from './authority.ts'
import { corroboration } from './corroboration.ts'
import { freshness } from './freshness.ts'
import { momentum } from './momentum.ts'
import { novelty } from './novelty.ts'
import { primary } from './primary.ts'
import type { RankInput, Signal, SignalId } from './signal.ts'
import { significance } from './significance.ts'
import { specifics } from './specifics.ts'
import { spread } from './spread.ts'
import type { Explanation } from './types.ts'
import { DEFAULT_WEIGHTS, FORMULA_VERSION, type Weights } from './weights.ts'

/** The four groups of signals that readers see first, in display order; each is the sum of its signals. */
export const SIGNAL_GROUPS = [
  { id: 'independence', signals: [corroboration] },
  { id: 'standing', signals: [authority, spread, primary] },
  { id: 'substance', signals: [significance, specifics, novelty] },
  { id: 'timeliness', signals: [freshness, momentum] },
] as const satisfies readonly { readonly id: string; readonly signals: readonly Signal[] }[]

const SIGNALS: readonly Signal[] = SIGNAL_GROUPS.flatMap((group): readonly Signal[] => group.signals)
const SIGNAL_BY_ID: ReadonlyMap<string, Signal> = new Map(SIGNALS.map((signal) => [signal.id, signal]))

/**
 * Ranks a story and explains its score as a tree: `score` (0 to 100) → four groups → nine signals.
 * Values are whole hundredths, and every node is exactly the sum of its parts. Weights are scaled to sum to 100.
 *
 * @param now milliseconds since 1970
 */
export function rankStory(input: RankInput, now: number, weights: Weights = DEFAULT_WEIGHTS): Explanation {
  const maxima = hundredthsOf(weights)
  const groups = SIGNAL_GROUPS.map(({ id, signals }) =>
    sumNode(
      id,
      { key: `group-${id}`, params: {} },
      signals.map((signal) => leaf(signal, input, now, weights, maxima.get(signal.id)!)),
    ),
  )
  return sumNode('score', { key: 'score', params: { formula: FORMULA_VERSION } }, groups)
}

function leaf(signal: Signal, input: RankInput, now: number, weights: Weights, maxHundredths: number): Explanation {
  const reason = signal.phrase(input, now, weights)
  const value = Math.round(signal.share(reason.params) * maxHundredths) / 100
  return { id: signal.id, value, max: maxHundredths / 100, reason, parts: [] }
}

function sumNode(id: string, reason: Explanation['reason'], parts: readonly Explanation[]): Explanation {
  return {
    id,
    value: sumHundredths(parts.map((part) => part.value)),
    max: sumHundredths(parts.map((part) => part.max)),
    reason,
    parts,
  }
}

/** Adds numbers of two decimals as whole hundredths: 0.1 + 0.2 is 0.3 here. */
export function sumHundredths(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + Math.round(value * 100), 0) / 100
}

/** Scales the points of the signals to hundredths that sum to exactly 10,000 (or to 0, if every weight is 0). */
function hundredthsOf(weights: Weights): ReadonlyMap<SignalId, number> {
  const total = SIGNALS.reduce((sum, signal) => sum + weights[signal.id], 0)
  const shares = new Map<SignalId, number>()
  let before = 0
  let given = 0
  for (const { id } of SIGNALS) {
    before += weights[id]
    const upTo = total === 0 ? 0 : Math.round((before / total) * 10_000)
    shares.set(id, upTo - given)
    given = upTo
  }
  return shares
}

/**
 * Recomputes a score from the phrases and maxima of an explanation alone, as anyone can from the public JSON: it applies each signal
 * to its leaf's `reason.params`, rounds to hundredths and adds up. Stored values are ignored.
 *
 * @returns undefined for an explanation of another formula version or with an unknown signal
 */
export function recomputeScore(explanation: Explanation): number | undefined {
  if (explanation.reason.params.formula !== FORMULA_VERSION) return undefined
  const values: number[] = []
  const open: Explanation[] = [explanation]
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.parts.length > 0) {
      open.push(...node.parts)
      continue
    }
    const signal = SIGNAL_BY_ID.get(node.id)
    if (!signal) return undefined
    values.push(Math.round(signal.share(node.reason.params) * Math.round(node.max * 100)) / 100)
  }
  return sumHundredths(values)
}
