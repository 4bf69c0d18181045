import type { Store } from '../../store/types.ts'
import { type EmbeddingSettings, embeddingChoice } from './choice.ts'
import type { Meanings, MeaningsOptions } from './meanings.ts'

/** Opens the embeddings of the settings; undefined if no model is set. The client is loaded only if one is. */
export async function meaningsOf(
  store: Pick<Store, 'embeddings' | 'models'>,
  settings: EmbeddingSettings,
  more: Pick<MeaningsOptions, 'isPatient' | 'onHealth'> = {},
): Promise<Meanings | undefined> {
  const choice = embeddingChoice(settings)
  if (choice === undefined) return undefined
  const { openMeanings } = await import('./open-meanings.ts')
  return openMeanings(store, choice, more)
}
