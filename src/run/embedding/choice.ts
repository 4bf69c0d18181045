import { SettingError, type Settings, variableOf } from '../../settings.ts'
import { budgetOf, type ModelChoice, serverAddress } from '../model/choice.ts'

/** The embedding model that the settings name. */
export interface EmbeddingChoice extends Pick<ModelChoice, 'name' | 'provider' | 'model' | 'baseUrl' | 'key'> {
  /** Longest that a batch of items waits. */
  readonly timeoutMs: number
  readonly dailyBudgetMicroUsd: number | undefined
  /** Asked of the server; undefined leaves it to it. */
  readonly dimensions: number | undefined
  /** Before every text; empty, or with a space at its end. */
  readonly prefix: string
  /** What vectors of this choice may be compared with and cached under. */
  readonly space: string
}

/** Settings of the commands that may ask an embedding model. */
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
 * @returns undefined where none is set
 * @throws SettingError for a model or address that cannot be used
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

/** What the health of a server of vectors is kept under, apart from that of a model that writes. */
export function healthName({ model }: Pick<EmbeddingChoice, 'model'>): string {
  return `embedding:${model}`
}
