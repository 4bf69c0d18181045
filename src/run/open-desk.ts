import { compileHubRules } from '../hub/observe.ts'
import { parseWeights } from '../rank/weights.ts'
import type { Settings } from '../settings.ts'
import type { Store } from '../store/types.ts'
import type { Beat } from './beat.ts'
import { Desk } from './desk.ts'
import { embeddingChoice } from './embedding/choice.ts'
import type { Meanings } from './embedding/meanings.ts'
import { loadTranslations } from './translations.ts'

/** The story step with the real clock and the windows and weights that the settings give. */
export async function openDesk(store: Store, { scope, gazetteer, atlas }: Beat, settings: Settings): Promise<Desk> {
  return Desk.open({
    store,
    scope,
    gazetteer,
    hubRules: compileHubRules(gazetteer, atlas),
    now: Date.now,
    weights: parseWeights(settings.weights),
    storyWindowHours: settings.story_window_hours,
    briefWindowHours: settings.brief_window_hours,
    translations: loadTranslations(),
    meanings: await meaningsOf(store, settings),
  })
}

/** What asks the server of a model is loaded only where there is one. */
async function meaningsOf(store: Store, settings: Settings): Promise<Meanings | undefined> {
  if (embeddingChoice(settings) === undefined) return undefined
  const { openMeanings } = await import('./embedding/open-meanings.ts')
  return openMeanings(store, settings)
}
