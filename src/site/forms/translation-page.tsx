import type { StoryRecord } from '../../store/story-types.ts'
import type { StoredTranslation } from '../../store/translation-types.ts'
import { languageMarks } from '../components/language-marks.ts'
import { TranslationSection } from '../components/translation.tsx'
import type { PageContext } from '../page-context.ts'
import { Layout } from '../pages/layout.tsx'
import { paths } from '../paths.ts'

export interface TranslationView {
  readonly page: 'translation'
  readonly story: StoryRecord
  /** Translation of the story's current texts; undefined if nobody asked for one. */
  readonly translation?: StoredTranslation
  readonly token: string
}

/** A story in the reader's language: the button to ask for it, a note that it is pending or refused, or the translation and its original. */
export function TranslationPage({ view, c }: { view: TranslationView; c: PageContext }) {
  const { editing: e } = c.m
  const { story, translation, token } = view
  return (
    <Layout c={c} heading={e.translation} isIndexed={false}>
      <h1>{e.translation}</h1>
      <p>
        <a href={paths.storyById(story.id)} {...languageMarks(story.headline.language)}>
          {story.headline.text}
        </a>
      </p>
      {translation ? (
        <TranslationSection story={story} translation={translation} c={c} />
      ) : (
        <form class="form" method="post" action={paths.translation(story.id)}>
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="language" value={c.language} />
          <p>
            <small>{e.translationMeans}</small>
          </p>
          <button type="submit">{e.translate}</button>
        </form>
      )}
    </Layout>
  )
}
