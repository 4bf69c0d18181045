import type { CallResult } from '../../store/model-types.ts'
import { costOf, type Price } from './prices.ts'
import type { CallFailure } from './rest.ts'

/** What came of a call for which an amount was set aside. */
export interface EndedCall {
  readonly price: Price
  readonly reservedMicroUsd: number
  readonly durationMs: number
  /** Undefined where the provider did not say. */
  readonly tokens?: { readonly input: number; readonly output: number }
  /** Undefined where it was answered. */
  readonly failure?: CallFailure
}

/** What the ledger keeps of a call; where the provider did not say the tokens, what was set aside stays spent. */
export function callResult({ price, reservedMicroUsd, durationMs, tokens, failure }: EndedCall): CallResult {
  // Only a refusal before any work is known to be free; after a time-out the provider may have worked, and charged.
  const isFree = failure?.outcome === 'refused' || failure?.outcome === 'rate-limited'
  return {
    outcome: failure?.outcome ?? 'answered',
    tokensIn: tokens?.input ?? 0,
    tokensOut: tokens?.output ?? 0,
    costMicroUsd: tokens && tokens.input > 0 ? costOf(tokens, price) : isFree ? 0 : reservedMicroUsd,
    durationMs,
    error: failure?.reason ?? '',
  }
}
