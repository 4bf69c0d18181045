import type { StoryRecord } from '../../store/story-types.ts'
import type { StoredTranslation } from '../../store/translation-types.ts'
import type { Store } from '../../store/types.ts'
import { translationInput } from '../../summary/model/translation.ts'

/** Translations of what a story says now, by language: made, refused or waited for. Those of earlier words are left out. */
export async function translationsOf(store: Store, story: StoryRecord): Promise<readonly StoredTranslation[]> {
  const found = await store.translations.ofStory(story.id)
  return found.filter(({ language, inputHash }) => translationInput(story, language)?.hash === inputHash)
}

/** Texts by story, headline first, of those of the stories that are translated into a language as they are now. */
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

/** Whether a reader of the language can have it translated: a model is set, and not all of it is in the language. */
export function canTranslate(story: StoryRecord, language: string, model: string | undefined): boolean {
  return model !== undefined && story.state !== 'held' && translationInput(story, language) !== undefined
}
