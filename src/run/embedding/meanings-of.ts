import type { Store } from '../../store/types.ts'
import { type EmbeddingSettings, embeddingChoice } from './choice.ts'
import type { Meanings, MeaningsOptions } from './meanings.ts'

/** What the settings' embedding model makes of texts; undefined where none is set. What asks its server is loaded only where one is. */
export async function meaningsOf(
  store: Pick<Store, 'embeddings' | 'models'>,
  settings: EmbeddingSettings,
  more: Pick<MeaningsOptions, 'isPatient'> = {},
): Promise<Meanings | undefined> {
  const choice = embeddingChoice(settings)
  if (choice === undefined) return undefined
  const { openMeanings } = await import('./open-meanings.ts')
  return openMeanings(store, choice, more)
}
