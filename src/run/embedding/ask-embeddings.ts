import { z } from 'zod'
import type { Instant } from '../../lib/instant.ts'
import { parsedJson } from '../../lib/parsed-json.ts'
import { type MeaningVector, meaningVector } from '../../story/meaning/meaning-vector.ts'
import { failureOfError, failureOfStatus, withoutSecret } from '../model/call-failure.ts'
import { guardedFetch } from '../model/guarded-fetch.ts'
import type { CallFailure } from '../model/rest.ts'
import type { EmbeddingChoice } from './choice.ts'

/** A server's answer: one vector per text, in the order of the texts, or why there is none. */
export type EmbeddingAnswer =
  | { readonly vectors: readonly MeaningVector[]; readonly tokens?: number }
  | { readonly failure: CallFailure }

/** Maximum length of an answer: 4,096 dimensions of 64 texts, as JSON. */
const MOST_BYTES = 8_000_000
const DIMENSIONS = { least: 8, most: 4_096 }

const ANSWER = z.object({
  data: z.array(z.object({ index: z.int().nonnegative().optional(), embedding: z.array(z.number()) })),
  usage: z.object({ prompt_tokens: z.number().nonnegative().optional() }).nullish(),
})
const ERROR = z.object({ error: z.union([z.string(), z.object({ message: z.string() })]) })

/**
 * Requests the vectors of some texts once, without a retry; any error is returned as a failure. Wire format:
 * https://platform.openai.com/docs/api-reference/embeddings
 *
 * @param signal aborts the request, which counts as a time-out
 */
export async function askEmbeddings(
  choice: EmbeddingChoice,
  texts: readonly string[],
  now: () => Instant,
  signal: AbortSignal,
): Promise<EmbeddingAnswer> {
  try {
    return await ask(choice, texts, now, signal)
  } catch (error) {
    if (signal.aborted) {
      return { failure: { outcome: 'timed-out', reason: `no answer within ${choice.timeoutMs / 1_000} s` } }
    }
    const failure = failureOfError(error)
    return { failure: { ...failure, reason: withoutSecret(failure.reason, choice.key) } }
  }
}

async function ask(
  choice: EmbeddingChoice,
  texts: readonly string[],
  now: () => Instant,
  signal: AbortSignal,
): Promise<EmbeddingAnswer> {
  const { baseUrl, key, model, dimensions } = choice
  const response = await guardedFetch(baseUrl, { setting: 'embedding_base_url', mostBytes: MOST_BYTES })(
    `${baseUrl}/embeddings`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) },
      body: JSON.stringify({ model, input: texts, encoding_format: 'float', ...(dimensions && { dimensions }) }),
      signal,
    },
  )
  const body = parsedJson(await response.text())
  if (!response.ok) {
    const said = withoutSecret(saidIn(body), key)
    const retryAfter = response.headers.get('retry-after') ?? undefined
    return { failure: failureOfStatus(response.status, { said, retryAfter, now: now() }) }
  }
  const answer = ANSWER.safeParse(body)
  if (!answer.success) return nonsense('the answer is not in the form of /v1/embeddings')
  const vectors = inOrder(answer.data.data, texts.length)
  if (vectors === undefined) return nonsense(`the answer has not one vector for each of ${texts.length} texts`)
  const [length] = new Set(vectors.map((vector) => vector?.length))
  if (vectors.some((vector) => vector?.length !== length) || !isUsable(length)) {
    return nonsense('the vectors are empty, of different lengths, or of a length that is none')
  }
  if (dimensions !== undefined && length !== dimensions) {
    return nonsense(`the vectors have ${length} dimensions, embedding_dimensions asks for ${dimensions}`)
  }
  const tokens = answer.data.usage?.prompt_tokens
  return { vectors: vectors as readonly MeaningVector[], ...(tokens !== undefined && { tokens }) }
}

/** Sorts vectors into the order of the texts. @returns undefined unless there is exactly one for each text */
function inOrder(
  data: z.infer<typeof ANSWER>['data'],
  count: number,
): readonly (MeaningVector | undefined)[] | undefined {
  const vectors = new Map(data.map(({ index, embedding }, place) => [index ?? place, meaningVector(embedding)]))
  if (data.length !== count || vectors.size !== count) return undefined
  const places = Array.from({ length: count }, (_, place) => place)
  return places.every((place) => vectors.has(place)) ? places.map((place) => vectors.get(place)) : undefined
}

function isUsable(length: number | undefined): boolean {
  return length !== undefined && length >= DIMENSIONS.least && length <= DIMENSIONS.most
}

function nonsense(reason: string): EmbeddingAnswer {
  return { failure: { outcome: 'nonsense', reason } }
}

function saidIn(body: unknown): string {
  const read = ERROR.safeParse(body)
  if (!read.success) return 'without words'
  return typeof read.data.error === 'string' ? read.data.error : read.data.error.message
}
