import { SettingError, type Settings, variableOf } from '../../settings.ts'
import { budgetOf, type ModelChoice, serverAddress } from '../model/choice.ts'

/** The embedding model that the settings name. */
export interface EmbeddingChoice extends Pick<ModelChoice, 'name' | 'provider' | 'model' | 'baseUrl' | 'key'> {
  /** Longest that a batch of items waits for its embeddings. */
  readonly timeoutMs: number
  readonly dailyBudgetMicroUsd: number | undefined
  /** Requested from the server; undefined leaves the choice to the server. */
  readonly dimensions: number | undefined
  /** Prepended to every text; empty, or ends with a space. */
  readonly prefix: string
  /** Name of the vector space: only vectors of the same space are compared, and the cache is keyed by it. */
  readonly space: string
}

/** Names of the settings that an embedding model needs. */
export const EMBEDDING_SETTINGS = [
  'embedding_model',
  'embedding_base_url',
  'embedding_key',
  'embedding_dimensions',
  'embedding_prefix',
  'embedding_timeout_ms',
  'model_daily_budget_usd',
] as const
export type EmbeddingSettings = Pick<Settings, (typeof EMBEDDING_SETTINGS)[number]>

/**
 * @returns undefined if no embedding model is set
 * @throws SettingError for a missing model or an address that cannot be used
 */
export function embeddingChoice(settings: EmbeddingSettings): EmbeddingChoice | undefined {
  const model = settings.embedding_model.trim()
  if (model === '') {
    if (settings.embedding_base_url === '') return undefined
    throw new SettingError(variableOf('embedding_model'), 'a server is given by embedding_base_url: name its model')
  }
  const dimensions = settings.embedding_dimensions || undefined
  const prefix = settings.embedding_prefix.trim()
  return {
    name: `openai-compatible:${model}`,
    provider: 'openai-compatible',
    model,
    baseUrl: serverAddress('embedding_base_url', settings.embedding_base_url, model),
    key: settings.embedding_key,
    timeoutMs: settings.embedding_timeout_ms,
    dailyBudgetMicroUsd: budgetOf(settings.model_daily_budget_usd),
    dimensions,
    prefix: prefix === '' ? '' : `${prefix} `,
    space: [model, ...(dimensions === undefined ? [] : [dimensions]), ...(prefix === '' ? [] : [prefix])].join(' '),
  }
}

/** Returns the name under which the health of an embedding model is stored, distinct from that of a writing model. */
export function healthName({ model }: Pick<EmbeddingChoice, 'model'>): string {
  return `embedding:${model}`
}
