import { randomBytes } from 'node:crypto'
import type { Gazetteer } from '../../entity/types.ts'
import type { Settings } from '../../settings.ts'
import type { Store } from '../../store/types.ts'
import type { ModelChoice } from './choice.ts'
import type { OnHealth } from './health-notes.ts'
import { openModel } from './open-model.ts'
import { loadPrices, priceOf } from './prices.ts'
import { ModelWriter } from './writer.ts'

/** Opens a writer with the real clock, randomness and prices; loads the provider's package. */
export async function openWriter(
  store: Store,
  gazetteer: Gazetteer,
  choice: ModelChoice,
  settings: Pick<Settings, 'brief_window_hours'>,
  signal: AbortSignal,
  onHealth: OnHealth,
): Promise<ModelWriter> {
  return new ModelWriter({
    ...{ store, gazetteer, choice, signal, onHealth },
    model: await openModel(choice),
    price: priceOf(choice, loadPrices()),
    windowHours: settings.brief_window_hours,
    now: Date.now,
    random: Math.random,
    newBoundary: () => randomBytes(12).toString('hex'),
  })
}
