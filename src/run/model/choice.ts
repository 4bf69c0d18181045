import { SettingError, type SettingName, type Settings, variableOf } from '../../settings.ts'

export const PROVIDERS = ['google', 'openai', 'anthropic', 'ollama', 'openai-compatible'] as const
export type Provider = (typeof PROVIDERS)[number]

/** The model that the settings name. */
export interface ModelChoice {
  /** As in the setting: `google:gemini-2.5-flash-lite`. */
  readonly name: string
  readonly provider: Provider
  readonly model: string
  /** The only URL that is contacted, without a trailing slash. */
  readonly baseUrl: string
  readonly key: string
  readonly timeoutMs: number
  /** Undefined: no limit. */
  readonly dailyBudgetMicroUsd: number | undefined
}

const BASE_URLS: Readonly<Partial<Record<Provider, string>>> = {
  google: 'https://generativelanguage.googleapis.com/v1beta',
  openai: 'https://api.openai.com/v1',
  anthropic: 'https://api.anthropic.com/v1',
  ollama: 'http://127.0.0.1:11434/api',
}
const WITH_KEY: readonly Provider[] = ['google', 'openai', 'anthropic']

/**
 * @returns undefined if no model is set
 * @throws SettingError for a model, address or key that cannot be used; the key itself is never in its message
 */
export function modelChoice(
  settings: Pick<Settings, 'model' | 'model_base_url' | 'model_key' | 'model_daily_budget_usd' | 'model_timeout_ms'>,
): ModelChoice | undefined {
  const name = settings.model.trim()
  if (name === '') return undefined
  const [, provider, model] = /^([a-z-]+):(\S+)$/.exec(name) ?? []
  if (model === undefined || !isProvider(provider)) {
    const known = PROVIDERS.map((each) => `${each}:…`).join(', ')
    throw new SettingError(variableOf('model'), `expected one of ${known}, got ${JSON.stringify(name)}`)
  }
  const baseUrl = serverAddress('model_base_url', settings.model_base_url || (BASE_URLS[provider] ?? ''), name)
  if (settings.model_key === '' && WITH_KEY.includes(provider) && settings.model_base_url === '') {
    throw new SettingError(variableOf('model_key'), `${name} needs a key; give it as ${variableOf('model_key')}`)
  }
  const dailyBudgetMicroUsd = budgetOf(settings.model_daily_budget_usd)
  const { model_key: key, model_timeout_ms: timeoutMs } = settings
  return { name, provider, model, baseUrl, key, timeoutMs, dailyBudgetMicroUsd }
}

/**
 * Parses the URL of a model's server; removes trailing slashes.
 *
 * @throws SettingError naming the setting, for anything but an HTTP or HTTPS URL
 */
export function serverAddress(setting: SettingName, written: string, model: string): string {
  const address = written.trim().replace(/\/+$/, '')
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) {
    throw new SettingError(variableOf(setting), `${model} needs an address such as http://127.0.0.1:8080/v1`)
  }
  return address
}

function isProvider(written: string | undefined): written is Provider {
  return (PROVIDERS as readonly (string | undefined)[]).includes(written)
}

/** @returns millionths of a dollar; undefined for no limit */
export function budgetOf(written: string): number | undefined {
  return written === 'none' ? undefined : Math.round(Number(written) * 1_000_000)
}
