import type { Instant } from '../lib/instant.ts'
import { isoInstant } from '../lib/instant.ts'
import type { UiLanguage } from '../lib/ui-languages.ts'
import type { StoryRecord } from '../store/story-types.ts'
import type { Store } from '../store/types.ts'
import type { chatBriefs } from './chat/written-messages.ts'
import { type DayEdition, dayEdition } from './day-edition.ts'
import type { MailBody } from './outbox.ts'

export interface PublishOptions {
  readonly store: Store
  readonly timeZone: string
  readonly weights?: string
  /** Webhooks that receive the edition as JSON. */
  readonly webhookUrls: readonly string[]
  /** Chats that receive it as a message, in the format of `readChatAddress`. Default: none. */
  readonly chats?: readonly string[]
  /** Name of the site; with `language`, used in chat messages. */
  readonly title: string
  readonly language: UiLanguage
  /** Without a slash at the end. */
  readonly baseUrl: string
}

/** Puts a day's edition into the outbox for every receiver that has not had it. @returns number of deliveries added */
export async function publishEdition(options: PublishOptions, date: string, now: Instant): Promise<number> {
  const { store, timeZone, weights, webhookUrls, chats = [], baseUrl, title, language } = options
  const edition = await dayEdition({ store, timeZone, weights, isKept: true }, date, now)
  if (!edition) return 0
  const subject = `brief ${date}`
  const mails = (await store.subscribers.confirmed()).map(({ email, language, token }) => ({
    ...{ kind: 'mail' as const, target: email, subject, createdAt: now },
    body: JSON.stringify({ type: 'brief', date, language: language as UiLanguage, token } satisfies MailBody),
  }))
  const posts = webhookUrls.map((target) => ({
    ...{ kind: 'webhook' as const, target, subject, createdAt: now },
    body: JSON.stringify(webhookBody(edition, baseUrl)),
  }))
  const written = chats.length > 0 ? await writtenForChats(edition, { chats, language, baseUrl, title }) : []
  const messages = written.map((each) => ({ kind: 'chat' as const, subject, createdAt: now, ...each }))
  return store.deliveries.add([...mails, ...posts, ...messages])
}

/** Formats an edition for chats; imports the code for it on demand. */
async function writtenForChats(...args: Parameters<typeof chatBriefs>): Promise<ReturnType<typeof chatBriefs>> {
  const { chatBriefs } = await import('./chat/written-messages.ts')
  return chatBriefs(...args)
}

/** Returns the JSON for webhooks: the edition with the URL of each story. */
function webhookBody(edition: DayEdition, baseUrl: string): unknown {
  const story = ({ id, headline, score, kind, coverage, summary }: StoryRecord) => ({
    ...{ id, headline: headline.text, language: headline.language, score, kind },
    independent: coverage.independent,
    summary: summary.sentences.map(({ text }) => text),
    url: `${baseUrl}/s/${id}`,
  })
  return {
    type: 'brief',
    date: edition.date,
    timeZone: edition.timeZone,
    from: isoInstant(edition.window.from),
    to: isoInstant(edition.window.to),
    url: `${baseUrl}/brief/${edition.date}`,
    stories: edition.stories.map((each) => story(each.story)),
    also: edition.also.map(story),
    toWatch: edition.toWatch.map((each) => story(each.story)),
    corrections: edition.corrections,
    changes: edition.changes ?? null,
  }
}
