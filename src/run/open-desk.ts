import { compileHubRules } from '../hub/observe.ts'
import { parseWeights } from '../rank/weights.ts'
import { weightsInForce } from '../rank/weights-in-force.ts'
import type { Settings } from '../settings.ts'
import type { Store } from '../store/types.ts'
import type { Beat } from './beat.ts'
import { Desk } from './desk.ts'
import { meaningsOf } from './embedding/meanings-of.ts'
import type { OnHealth } from './model/health-notes.ts'
import { loadTranslations } from './translations.ts'

/**
 * Opens the story step with the real clock and the windows and weights of the settings.
 *
 * @param onHealth called when the embedding model, if there is one, begins or ceases to answer
 */
export async function openDesk(
  store: Store,
  { rules, scope, gazetteer, atlas }: Beat,
  settings: Settings,
  onHealth?: OnHealth,
): Promise<Desk> {
  return Desk.open({
    store,
    scope,
    gazetteer,
    hubRules: compileHubRules(gazetteer, atlas),
    now: Date.now,
    weights: parseWeights(weightsInForce(settings.weights, rules)),
    storyWindowHours: settings.story_window_hours,
    briefWindowHours: settings.brief_window_hours,
    translations: loadTranslations(),
    meanings: await meaningsOf(store, settings, { onHealth }),
    // Loaded on demand, as an import is seldom undone.
    dropImported: async (written) => (await import('./feed-importing.ts')).dropImported(settings, written),
  })
}
