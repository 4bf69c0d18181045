import type { StoredTranslation } from '../../store/translation-types.ts'
import type { CheckContext } from '../../summary/check/types.ts'
import {
  checkTranslated,
  TRANSLATION_SCHEMA,
  type TranslationInput,
  translationInput,
  translationPrompt,
} from '../../summary/model/translation.ts'
import type { ModelAnswer } from './ask.ts'
import { askOnLedger, type LedgerOptions } from './ledger.ts'

const MAX_OUTPUT_TOKENS = 2_500

export interface TranslateOptions extends LedgerOptions, CheckContext {
  readonly newBoundary: () => string
}

/** Returns the input of a requested translation, from the story as it is now; undefined if the story is gone or needs no translation. */
export async function translationTask(
  { store }: Pick<LedgerOptions, 'store'>,
  { storyId, language }: StoredTranslation,
): Promise<TranslationInput | undefined> {
  const story = (await store.storiesNow([storyId])).get(storyId)
  return story?.id === storyId ? translationInput(story, language) : undefined
}

/** Has a story translated and stores the result. A failed call stores nothing and is repeated later. */
export async function translate(
  options: TranslateOptions,
  { storyId, language }: StoredTranslation,
  input: TranslationInput,
): Promise<ModelAnswer<unknown> | undefined> {
  const { store, choice, now, newBoundary } = options
  const answer = await askOnLedger(options, {
    ...{ purpose: 'translation', storyId, inputHash: input.hash, prompt: translationPrompt(input, newBoundary()) },
    ...{ schema: TRANSLATION_SCHEMA, maxOutputTokens: MAX_OUTPUT_TOKENS },
  } as const)
  if (!answer?.output) return answer
  const checked = checkTranslated(answer.output, input, options)
  const made =
    'texts' in checked
      ? ({ state: 'made', texts: checked.texts, rules: [] } as const)
      : ({ state: 'refused', texts: [], rules: checked.rules } as const)
  await store.translations.put({ storyId, language, inputHash: input.hash, at: now(), model: choice.name, ...made })
  return answer
}
