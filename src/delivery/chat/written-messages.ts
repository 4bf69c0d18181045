import { BRIEF_WORDS } from '../../brief/brief-words.ts'
import type { UiLanguage } from '../../lib/ui-languages.ts'
import type { StoryRecord } from '../../store/story-types.ts'
import type { DayEdition } from '../day-edition.ts'
import { storyEntry } from '../story-entry.ts'
import { type ChatAddress, readChatAddress } from './chat-address.ts'
import { type ChatEntry, chatBody } from './chat-message.ts'

export interface ChatWriting {
  readonly language: UiLanguage
  /** Without a slash at the end. */
  readonly baseUrl: string
  /** Name of the site. */
  readonly title: string
}

/** Stories that a saved search found. */
export interface SearchFound {
  /** Name of the search, and how many stories it found. */
  readonly heading: string
  /** Page with the full list. */
  readonly url: string
  readonly stories: readonly StoryRecord[]
  /** Number of stories that are only on the page. */
  readonly others: number
}

/** Entries per brief in a chat: ten lines are read, thirty are scrolled past. */
const MOST_ENTRIES = 10

/**
 * Formats an edition for each chat.
 *
 * @param chats addresses in the format of `readChatAddress`; invalid ones are omitted
 */
export function chatBriefs(
  edition: DayEdition,
  { chats, ...writing }: ChatWriting & { readonly chats: readonly string[] },
): readonly { readonly target: string; readonly body: string }[] {
  const { language, baseUrl, title } = writing
  const words = BRIEF_WORDS[language]
  const { stories, also } = edition
  const isQuiet = stories.length === 0
  const message = {
    heading: `${title} · ${words.title(edition.date)}${isQuiet ? `\n${words.quiet}` : ''}`,
    url: `${baseUrl}/brief/${edition.date}`,
    entries: stories.slice(0, MOST_ENTRIES).map(({ story }) => chatEntry(story, writing)),
    others: Math.max(0, stories.length - MOST_ENTRIES) + also.length,
    more: words.more,
  }
  return chats.flatMap((target) => {
    const address = readChatAddress(target)
    return address ? [{ target, body: chatBody(address, message) }] : []
  })
}

/** Formats the results of a saved search for a chat. */
export function chatAlert(address: ChatAddress, found: SearchFound, writing: ChatWriting): string {
  const { heading, url, stories, others } = found
  return chatBody(address, {
    ...{ heading: `${writing.title} · ${heading}`, url, others, more: BRIEF_WORDS[writing.language].more },
    entries: stories.map((story) => chatEntry(story, writing)),
  })
}

/** Writes a story as a line and a sentence. */
function chatEntry(story: StoryRecord, { language, baseUrl }: ChatWriting): ChatEntry {
  const { headline, sentence, note, url } = storyEntry(story, language, baseUrl)
  return { title: headline.text, url, note, lead: sentence?.text }
}
