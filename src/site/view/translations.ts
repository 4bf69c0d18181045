import type { StoryRecord } from '../../store/story-types.ts'
import type { StoredTranslation } from '../../store/translation-types.ts'
import type { Store } from '../../store/types.ts'
import { translationInput } from '../../summary/model/translation.ts'

/** Reads the translations of a story's current texts, whether made, refused or pending. Those of earlier texts are left out. */
export async function translationsOf(store: Store, story: StoryRecord): Promise<readonly StoredTranslation[]> {
  const found = await store.translations.ofStory(story.id)
  return found.filter(({ language, inputHash }) => translationInput(story, language)?.hash === inputHash)
}

/** Reads the translated texts of stories by story id, headline first. Stories whose current texts are not translated are left out. */
export async function translatedTexts(
  store: Pick<Store, 'translations'>,
  stories: readonly StoryRecord[],
  language: string,
): Promise<ReadonlyMap<number, readonly string[]>> {
  const byId = new Map(stories.map((story) => [story.id, story]))
  const made = await store.translations.madeOf([...byId.keys()], language)
  return new Map(
    made
      .filter(({ storyId, inputHash }) => translationInput(byId.get(storyId)!, language)?.hash === inputHash)
      .map(({ storyId, texts }) => [storyId, texts]),
  )
}

/** Returns whether a story can be translated for a reader: a model is configured and some text is in another language. */
export function canTranslate(story: StoryRecord, language: string, model: string | undefined): boolean {
  return model !== undefined && story.state !== 'held' && translationInput(story, language) !== undefined
}
