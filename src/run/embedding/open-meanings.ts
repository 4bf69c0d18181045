import type { Store } from '../../store/types.ts'
import { loadPrices, priceOf } from '../model/prices.ts'
import { type EmbeddingSettings, embeddingChoice } from './choice.ts'
import { Meanings, type MeaningsOptions } from './meanings.ts'

/**
 * Meanings with the real clock, chance and prices.
 *
 * @returns undefined where no model of meaning is set
 */
export function openMeanings(
  store: Pick<Store, 'embeddings' | 'models'>,
  settings: EmbeddingSettings,
  more: Pick<MeaningsOptions, 'isPatient'> = {},
): Meanings | undefined {
  const choice = embeddingChoice(settings)
  if (choice === undefined) return undefined
  return new Meanings({
    store,
    choice,
    price: priceOf(choice, loadPrices()),
    now: Date.now,
    random: Math.random,
    ...more,
  })
}
