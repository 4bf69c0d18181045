import type { Instant } from '../lib/instant.ts'
import type { Settings } from '../settings.ts'
import type { SiteSettings } from '../site/deps.ts'
import type { UiLanguage } from '../site/messages.ts'
import { embeddingChoice, healthName } from './embedding/choice.ts'

/**
 * What the site asks of the settings.
 *
 * @param editionsFrom no edition is kept before
 * @throws SettingError for a model of meaning that cannot be used
 */
export function siteSettings(settings: Settings, editionsFrom: Instant | undefined): SiteSettings {
  const embedding = embeddingChoice(settings)
  return {
    title: settings.title,
    baseUrl: settings.base_url || undefined,
    timeZone: settings.time_zone,
    windowHours: settings.brief_window_hours,
    defaultLanguage: settings.language as UiLanguage,
    weights: settings.weights || undefined,
    model: settings.model.trim() || undefined,
    embedding: embedding && { name: embedding.model, healthKey: healthName(embedding) },
    dailyBudgetBytes: settings.daily_budget_mb * 1_000_000,
    editionsFrom,
    sendsMail: settings.smtp_url !== '',
  }
}
