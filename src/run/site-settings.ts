import { weightsInForce } from '../rank/weights-in-force.ts'
import type { SiteSettings } from '../site/deps.ts'
import type { UiLanguage } from '../site/messages.ts'
import type { AuspexOptions } from './auspex.ts'
import type { Beat } from './beat.ts'
import { embeddingChoice, healthName } from './embedding/choice.ts'

/**
 * Derives the settings of the site.
 *
 * @throws SettingError for an embedding model that cannot be used
 */
export function siteSettings(
  { settings, editionsFrom, isDemo }: Pick<AuspexOptions, 'settings' | 'editionsFrom' | 'isDemo'>,
  { rules }: Pick<Beat, 'rules'>,
): SiteSettings {
  const embedding = embeddingChoice(settings)
  return {
    title: settings.title,
    tagline: rules.tagline,
    isDemo,
    hasHubs: rules.hasHubs,
    baseUrl: settings.base_url || undefined,
    timeZone: settings.time_zone,
    windowHours: settings.brief_window_hours,
    defaultLanguage: settings.language as UiLanguage,
    weights: weightsInForce(settings.weights, rules) || undefined,
    model: settings.model.trim() || undefined,
    embedding: embedding && { name: embedding.model, healthKey: healthName(embedding) },
    dataLicence: settings.data_licence || undefined,
    dailyBudgetBytes: settings.daily_budget_mb * 1_000_000,
    editionsFrom,
    sendsMail: settings.smtp_url !== '',
  }
}
