import { BRIEF_WORDS } from '../brief/brief-words.ts'
import type { UiLanguage } from '../lib/ui-languages.ts'
import type { StoryRecord } from '../store/story-types.ts'
import { headlineIn } from '../summary/headline.ts'
import { summaryIn } from '../summary/summaries-in.ts'

/** Returns the parts of a story's entry in a mail or chat, in the reader's language if a report is in it. `url` is its permalink. */
export function storyEntry(story: StoryRecord, language: UiLanguage, baseUrl: string) {
  const words = BRIEF_WORDS[language]
  return {
    headline: headlineIn(story.headline, language),
    /** First sentence of the summary; undefined if it has none. */
    sentence: summaryIn(story.summary, language).sentences[0],
    note: `${words.score(String(Math.round(story.score)))} · ${words.independent(story.coverage.independent)}`,
    url: `${baseUrl}/s/${story.id}`,
  }
}
