import { createHmac } from 'node:crypto'
import { BRIEF_WORDS } from '../brief/brief-words.ts'
import type { Block } from '../brief/document.ts'
import { renderHtmlMail } from '../brief/html-mail.ts'
import { renderPlainText } from '../brief/plain-text.ts'
import type { UiLanguage } from '../lib/ui-languages.ts'
import type { Saved } from '../store/post-types.ts'
import type { StoryRecord } from '../store/story-types.ts'
import type { Store } from '../store/types.ts'
import { storyEntry } from './story-entry.ts'

/** Content of a saved search's mail. Its stories are read when it is sent, since it may wait for days. */
export interface SearchMail {
  readonly name: string
  /** Whether it is the first mail of its search, which has all current matches. */
  readonly isFirst: boolean
  readonly storyIds: readonly number[]
  /** Number of stories that are only on the page. */
  readonly others: number
  /** Page of the site that lists the stories. */
  readonly url: string
}

/** Returns the token in the unsubscribe links of a search's mails; it is unguessable and reveals nothing about the search. */
export async function searchToken({ admin }: Pick<Store, 'admin'>, saved: Pick<Saved, 'name' | 'createdAt'>) {
  const secret = await admin.secret('search alerts')
  return createHmac('sha256', secret).update(`${saved.createdAt}\n${saved.name}`).digest('base64url')
}

/** Finds the saved search of a token. @returns undefined if there is none, or it was removed or saved again since */
export async function searchOfToken(
  store: Pick<Store, 'admin' | 'savedSearches'>,
  token: string,
): Promise<Saved | undefined> {
  for (const saved of await store.savedSearches.list()) {
    if ((await searchToken(store, saved)) === token) return saved
  }
  return undefined
}

export interface SearchMailOptions {
  readonly language: UiLanguage
  /** Without a slash at the end. */
  readonly baseUrl: string
  /** Name of the site. */
  readonly title: string
  readonly unsubscribeUrl: string
}

/** Writes the subject, text and HTML of a search mail. */
export function writtenSearchMail(
  { name, isFirst, others, url }: SearchMail,
  stories: readonly StoryRecord[],
  { language, baseUrl, title, unsubscribeUrl }: SearchMailOptions,
): { readonly subject: string; readonly text: string; readonly html: string } {
  const words = BRIEF_WORDS[language]
  const count = stories.length + others
  const heading = `${name}: ${isFirst ? words.searchSaved(count) : words.searchFound(count)}`
  const blocks: readonly Block[] = [
    { type: 'heading', level: 1, runs: [{ text: heading }] },
    ...stories.flatMap((story, index) => storyBlocks(story, index + 1, { language, baseUrl })),
    ...(others > 0 ? [{ type: 'paragraph' as const, runs: [{ text: words.more(others), href: url }] }] : []),
  ]
  const because = words.becauseSaved(title, name)
  const text = [
    renderPlainText(blocks),
    ...['-- ', `${words.readOnSite}: ${url}`, because, `${words.unsubscribe}: ${unsubscribeUrl}`],
  ].join('\n')
  const foot = [
    [{ text: words.readOnSite, href: url }],
    [{ text: `${because} ` }, { text: words.unsubscribe, href: unsubscribeUrl }],
  ]
  return { subject: `${title}: ${heading}`, text, html: renderHtmlMail(blocks, { language, title: heading, foot }) }
}

function storyBlocks(
  story: StoryRecord,
  number: number,
  { language, baseUrl }: Pick<SearchMailOptions, 'language' | 'baseUrl'>,
): readonly Block[] {
  const { headline, sentence, note, url } = storyEntry(story, language, baseUrl)
  const langOf = (other: string) => (other === language ? undefined : other)
  return [
    {
      ...{ type: 'heading', level: 2, number },
      runs: [{ text: headline.text, href: url, lang: langOf(headline.language) }],
    },
    ...(sentence
      ? [{ type: 'paragraph' as const, runs: [{ text: sentence.text, lang: langOf(sentence.language) }] }]
      : []),
    { type: 'paragraph', runs: [{ text: note }] },
  ]
}
