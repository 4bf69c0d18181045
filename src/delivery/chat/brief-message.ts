import { BRIEF_WORDS } from '../../brief/brief-words.ts'
import type { UiLanguage } from '../../lib/ui-languages.ts'
import type { StoryRecord } from '../../store/story-types.ts'
import { headlineIn } from '../../summary/headline.ts'
import { summaryIn } from '../../summary/summaries-in.ts'
import type { DayEdition } from '../day-edition.ts'
import type { ChatEntry, ChatMessage } from './chat-message.ts'

export interface ChatWriting {
  readonly language: UiLanguage
  /** Without a slash at the end. */
  readonly baseUrl: string
  /** Name of the site. */
  readonly title: string
}

/** Of a chat: ten lines are read, thirty are scrolled past. */
const MOST_ENTRIES = 10

/** An edition as a chat is told it. */
export function briefMessage(edition: DayEdition, writing: ChatWriting): ChatMessage {
  const { language, baseUrl, title } = writing
  const words = BRIEF_WORDS[language]
  const { stories, also } = edition
  const isQuiet = stories.length === 0
  return {
    heading: `${title} · ${words.title(edition.date)}${isQuiet ? `\n${words.quiet}` : ''}`,
    url: `${baseUrl}/brief/${edition.date}`,
    entries: stories.slice(0, MOST_ENTRIES).map(({ story }) => chatEntry(story, writing)),
    others: Math.max(0, stories.length - MOST_ENTRIES) + also.length,
    more: words.more,
  }
}

/** A story in a line and a sentence, in the reader's language where a report is. */
export function chatEntry(story: StoryRecord, { language, baseUrl }: ChatWriting): ChatEntry {
  const words = BRIEF_WORDS[language]
  const [sentence] = summaryIn(story.summary, language).sentences
  return {
    title: headlineIn(story.headline, language).text,
    url: `${baseUrl}/s/${story.id}`,
    note: `${words.score(String(Math.round(story.score)))} · ${words.independent(story.coverage.independent)}`,
    lead: sentence?.text,
  }
}
