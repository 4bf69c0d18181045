import type { LanguageModel } from 'ai'
import type { z } from 'zod'
import type { Instant } from '../../lib/instant.ts'
import type { Prompt } from '../../summary/model/prompt.ts'
import { failureOfError, failureOfStatus, withoutSecret } from './call-failure.ts'
import { ProviderAnswerError } from './guarded-fetch.ts'
import type { CallFailure } from './rest.ts'

export interface ModelAnswer<T> {
  readonly output?: T
  readonly failure?: CallFailure
  /** As counted by the provider, 0 where it reports none; undefined if the call failed without a count. */
  readonly tokens?: { readonly input: number; readonly output: number }
}

export interface AskOptions<T> {
  readonly model: LanguageModel
  readonly prompt: Prompt
  readonly schema: z.ZodType<T>
  readonly timeoutMs: number
  readonly maxOutputTokens: number
  /** The key, which no message may contain. */
  readonly secret: string
  readonly now: () => Instant
  readonly signal?: AbortSignal
}

/** Asks a model once, without a retry; any error is returned as a failure. */
export async function askModel<T>(options: AskOptions<T>): Promise<ModelAnswer<T>> {
  const { model, prompt, schema, timeoutMs, maxOutputTokens, secret } = options
  const ai = await import('ai')
  // The library would write warnings to standard error, which is reserved for our own log.
  ;(globalThis as { AI_SDK_LOG_WARNINGS?: boolean }).AI_SDK_LOG_WARNINGS = false
  const deadline = AbortSignal.timeout(timeoutMs)
  try {
    const { output, usage } = await ai.generateText({
      model,
      system: prompt.system,
      prompt: prompt.user,
      output: ai.Output.object({ schema }),
      maxRetries: 0,
      temperature: 0,
      maxOutputTokens,
      abortSignal: options.signal ? AbortSignal.any([deadline, options.signal]) : deadline,
    })
    return { output, tokens: { input: usage.inputTokens ?? 0, output: usage.outputTokens ?? 0 } }
  } catch (error) {
    const failure = deadline.aborted
      ? ({ outcome: 'timed-out', reason: `no answer within ${timeoutMs / 1_000} s` } as const)
      : failureOf(error, ai, options.now())
    const usage = ai.NoObjectGeneratedError.isInstance(error) ? error.usage : undefined
    return {
      failure: { ...failure, reason: withoutSecret(failure.reason, secret) },
      ...(usage && { tokens: { input: usage.inputTokens ?? 0, output: usage.outputTokens ?? 0 } }),
    }
  }
}

function failureOf(error: unknown, ai: typeof import('ai'), now: Instant): CallFailure {
  if (ai.APICallError.isInstance(error)) {
    const { statusCode, responseHeaders, cause } = error
    if (cause instanceof ProviderAnswerError) return failureOfError(cause)
    if (statusCode === undefined) return { outcome: 'failed', reason: `the server does not answer: ${error.message}` }
    if (statusCode < 300) return { outcome: 'nonsense', reason: 'the answer is not in the form of this provider' }
    return failureOfStatus(statusCode, { said: error.message, retryAfter: responseHeaders?.['retry-after'], now })
  }
  if (ai.NoObjectGeneratedError.isInstance(error) || ai.NoOutputGeneratedError.isInstance(error)) {
    return { outcome: 'nonsense', reason: 'the answer is not the JSON that was asked for' }
  }
  return failureOfError(error)
}
