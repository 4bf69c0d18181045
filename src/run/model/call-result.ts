import type { CallResult } from '../../store/model-types.ts'
import { costOf, type Price } from './prices.ts'
import type { CallFailure } from './rest.ts'

/** A finished call for which an amount was reserved. */
export interface EndedCall {
  readonly price: Price
  readonly reservedMicroUsd: number
  readonly durationMs: number
  /** Undefined if the provider did not report them. */
  readonly tokens?: { readonly input: number; readonly output: number }
  /** Undefined if the call was answered. */
  readonly failure?: CallFailure
}

/** Returns the ledger entry of a call. Without token counts from the provider, the reserved amount counts as spent. */
export function callResult({ price, reservedMicroUsd, durationMs, tokens, failure }: EndedCall): CallResult {
  // Only what was refused or never arrived is known to be free; after a time-out the provider may have charged for its work.
  const isFree = failure?.isFree === true
  return {
    outcome: failure?.outcome ?? 'answered',
    tokensIn: tokens?.input ?? 0,
    tokensOut: tokens?.output ?? 0,
    costMicroUsd: tokens && tokens.input > 0 ? costOf(tokens, price) : isFree ? 0 : reservedMicroUsd,
    durationMs,
    error: failure?.reason ?? '',
  }
}
