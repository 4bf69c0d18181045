import type { Instant } from '../../lib/instant.ts'
import { ModelUnusableError } from '../model/try-model.ts'
import { askEmbeddings } from './ask-embeddings.ts'
import type { EmbeddingChoice } from './choice.ts'

/**
 * Requests the vectors of two words, to try the model.
 *
 * @returns a message with the time it took and the number of dimensions
 * @throws ModelUnusableError
 */
export async function tryEmbedding(choice: EmbeddingChoice, now: () => Instant): Promise<string> {
  const startedAt = performance.now()
  const texts = ['ready', '準備好'].map((text) => choice.prefix + text)
  const answer = await askEmbeddings(choice, texts, now, AbortSignal.timeout(choice.timeoutMs))
  if ('failure' in answer) {
    throw new ModelUnusableError(choice.model, answer.failure.reason, 'Items are placed by their words alone')
  }
  const ms = Math.round(performance.now() - startedAt)
  return `${choice.model} answered in ${ms} ms: vectors of ${answer.vectors[0]!.length} dimensions`
}
