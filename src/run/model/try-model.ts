import { z } from 'zod'
import type { Store } from '../../store/types.ts'
import type { ModelChoice } from './choice.ts'
import { dollars } from './dollars.ts'
import { askOnLedger } from './ledger.ts'
import { openModel } from './open-model.ts'
import { loadPrices, priceOf } from './prices.ts'

/** The configured model cannot be used; the message says why. */
export class ModelUnusableError extends Error {
  override readonly name = 'ModelUnusableError'

  constructor(model: string, reason: string, meanwhile = 'Summaries stay extractive') {
    super(`${model}: ${reason}. ${meanwhile} until it answers. See docs/models.md.`)
  }
}

const PROMPT = { system: 'Answer with the JSON object {"ready": true} and nothing else.', user: 'Are you ready?' }
const schema = z.object({ ready: z.boolean() })
/** Leaves room for a model that reasons before it answers. */
const MAX_OUTPUT_TOKENS = 300

/**
 * Makes one tiny call, which is recorded in the ledger like any other.
 *
 * @returns a message with its duration, tokens and cost
 * @throws ModelUnusableError
 */
export async function tryModel(choice: ModelChoice, store: Store, now: () => number): Promise<string> {
  const price = priceOf(choice, loadPrices())
  const model = await openModel(choice)
  const call = { purpose: 'trial', prompt: PROMPT, schema, maxOutputTokens: MAX_OUTPUT_TOKENS } as const
  const answer = await askOnLedger({ store, choice, model, price, now }, call)
  if (answer === undefined) {
    throw new ModelUnusableError(
      choice.name,
      'the budget of the day is spent; raise model_daily_budget_usd or wait until midnight UTC',
    )
  }
  if (answer.failure) throw new ModelUnusableError(choice.name, answer.failure.reason)
  const [last] = await store.models.calls({ limit: 1 })
  const { tokensIn, tokensOut, costMicroUsd, durationMs } = last!
  const cost = dollars(costMicroUsd)
  const guess = price.isKnown ? '' : ' by a cautious guess, for its price is not in data/model-prices.yaml'
  return `${choice.name} answered in ${durationMs} ms: ${tokensIn} tokens in, ${tokensOut} out, ${cost}${guess}`
}
