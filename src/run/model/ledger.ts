import { createHash } from 'node:crypto'
import type { LanguageModel } from 'ai'
import type { z } from 'zod'
import type { Instant } from '../../lib/instant.ts'
import type { CallPurpose } from '../../store/model-types.ts'
import type { Store } from '../../store/types.ts'
import type { Prompt } from '../../summary/model/prompt.ts'
import { askModel, type ModelAnswer } from './ask.ts'
import { callResult } from './call-result.ts'
import type { ModelChoice } from './choice.ts'
import { costOf, mostTokens, type Price } from './prices.ts'

export interface LedgerOptions {
  readonly store: Store
  readonly choice: ModelChoice
  readonly model: LanguageModel
  readonly price: Price
  readonly now: () => Instant
  readonly signal?: AbortSignal
}

export interface LedgerCall<T> {
  readonly purpose: CallPurpose
  readonly storyId?: number
  /** Default: the hash of the prompt. */
  readonly inputHash?: string
  readonly prompt: Prompt
  readonly schema: z.ZodType<T>
  readonly maxOutputTokens: number
}

/**
 * Makes a call that is recorded in the ledger: reserves its maximum cost before, and records the actual cost after. If the provider
 * does not report tokens, the reserved amount counts as the cost.
 *
 * @returns undefined if the day's budget has no room for the call; nothing is sent then
 */
export async function askOnLedger<T>(
  { store, choice, model, price, now, signal }: LedgerOptions,
  { purpose, storyId, inputHash, prompt, schema, maxOutputTokens }: LedgerCall<T>,
): Promise<ModelAnswer<T> | undefined> {
  const at = now()
  const most = { input: mostTokens(prompt.system + prompt.user), output: maxOutputTokens }
  const reservedMicroUsd = costOf(most, price)
  const id = await store.models.reserve(
    {
      ...{ at, purpose, provider: choice.provider, model: choice.model, reservedMicroUsd },
      ...(storyId !== undefined && { storyId }),
      inputHash: inputHash ?? createHash('sha256').update(JSON.stringify(prompt)).digest('hex'),
    },
    choice.dailyBudgetMicroUsd,
  )
  if (id === undefined) return undefined
  const { timeoutMs, key: secret } = choice
  const startedAt = performance.now()
  const answer = await askModel({
    model,
    prompt,
    schema,
    timeoutMs,
    maxOutputTokens,
    secret,
    now,
    ...(signal && { signal }),
  })
  const { tokens, failure } = answer
  const durationMs = performance.now() - startedAt
  await store.models.settle(id, callResult({ price, reservedMicroUsd, durationMs, tokens, failure }))
  return answer
}
