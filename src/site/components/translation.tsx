import type { StoryRecord } from '../../store/story-types.ts'
import type { StoredTranslation } from '../../store/translation-types.ts'
import { translationInput } from '../../summary/model/translation.ts'
import type { Messages } from '../messages.ts'
import type { PageContext } from '../page-context.ts'
import { paths } from '../paths.ts'
import type { StoryView } from '../view/story.ts'
import { canTranslate } from '../view/translations.ts'
import { foreign } from './entry.tsx'
import { languageMarks } from './language-marks.ts'

/** On the story's page: the translation into the reader's language, or a link to ask for one. */
export function Translation({ view, c }: { readonly view: StoryView; readonly c: PageContext }) {
  const { story, translations, model } = view
  if (!canTranslate(story, c.language, model)) return null
  const translation = translations.find(({ language }) => language === c.language)
  return translation ? (
    <TranslationSection story={story} translation={translation} c={c} />
  ) : c.isReadonly ? null : (
    <p>
      <small>
        <a href={paths.translation(story.id)} rel="nofollow">
          {c.m.editing.translate}
        </a>
      </small>
    </p>
  )
}

/** A translation part by part, each with its original below it, and by which model and when; or that it is pending or was refused. */
export function TranslationSection({
  story,
  translation,
  c,
}: {
  readonly story: StoryRecord
  readonly translation: StoredTranslation
  readonly c: PageContext
}) {
  const { editing: e } = c.m
  const { state, model, at, texts, rules } = translation
  if (state === 'asked') {
    return (
      <p class="note" id="translation">
        {e.translationAsked}{' '}
        <a href={paths.translation(story.id)} rel="nofollow">
          {e.lookAgain}
        </a>
      </p>
    )
  }
  if (state === 'refused') {
    return (
      <p class="note" id="translation">
        {[e.translationRefused, `${rules.map((rule) => whyOf(rule, c.m)).join('; ')}.`].join(' ')}
      </p>
    )
  }
  const parts = translationInput(story, translation.language)?.parts ?? []
  return (
    <section id="translation">
      <h2 class="h">
        {e.translation} <small>{e.translationBy(model, c.f.moment(at, c.now))}</small>
      </h2>
      {parts.map(({ text, language }, index) => (
        <p class="prose">
          {texts[index]}
          <br />
          <small {...languageMarks(foreign(language, c))}>{text}</small>
        </p>
      ))}
    </section>
  )
}

function whyOf(rule: string, { droppedWhy, editing }: Messages): string {
  return (droppedWhy as Readonly<Record<string, string>>)[rule] ?? editing.translationIncomplete
}
