import type { Store } from '../../store/types.ts'
import { loadPrices, priceOf } from '../model/prices.ts'
import type { EmbeddingChoice } from './choice.ts'
import { Meanings, type MeaningsOptions } from './meanings.ts'

/** Opens the embeddings with the real clock, randomness and prices. */
export function openMeanings(
  store: Pick<Store, 'embeddings' | 'models'>,
  choice: EmbeddingChoice,
  more: Pick<MeaningsOptions, 'isPatient' | 'onHealth'>,
): Meanings {
  return new Meanings({
    store,
    choice,
    price: priceOf(choice, loadPrices()),
    now: Date.now,
    random: Math.random,
    ...more,
  })
}
