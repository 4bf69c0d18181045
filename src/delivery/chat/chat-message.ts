import type { Chat, ChatAddress } from './chat-address.ts'

/** Content of a chat message: a heading, a line or two per story, and the number of further stories. */
export interface ChatMessage {
  readonly heading: string
  /** Page with the full content. */
  readonly url: string
  readonly entries: readonly ChatEntry[]
  /** Phrase for the number of stories that do not fit or are only on the page. */
  readonly more: (count: number) => string
  /** Number of stories of the page that are not in `entries`. */
  readonly others: number
}

export interface ChatEntry {
  readonly title: string
  readonly url: string
  /** Score and number of independent sources. */
  readonly note: string
  /** First sentence of the summary. */
  readonly lead?: string
}

interface ChatForm {
  /** Maximum length in UTF-8 bytes, with room for the JSON around it. It also bounds the characters, which some services count. */
  readonly maxBytes: number
  readonly heading: (text: string, url: string) => string
  readonly entry: (entry: ChatEntry, number: number) => string
  readonly body: (text: string, address: ChatAddress) => unknown
}

/** Replaces angle brackets, for services where `<` may start a mention of everybody. */
const withoutTags = (text: string) => text.replaceAll('<', '‹').replaceAll('>', '›')
/** As above, and without `[words](address)`, which Feishu shows as a link of those words. */
const forFeishu = (text: string) => withoutTags(text).replaceAll('](', '] (')
/** Separates `@` from the name behind it: without a `parse_mode` too, Telegram turns `@name` into a mention, and tells a member of that name. */
const forTelegram = (text: string) => text.replaceAll('@', '@\u2060')
/** Escapes exactly the three characters that https://docs.slack.dev/messaging/formatting-message-text requires. */
const forSlack = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const forMarkdown = (text: string) => text.replace(/[\\*_~`|<>[\]()#@]/g, '\\$&')

const plain = (clean: (text: string) => string): Pick<ChatForm, 'heading' | 'entry'> => ({
  heading: (text, url) => `${clean(text)}\n${url}`,
  entry: ({ title, url, note, lead }, number) =>
    [`${number}. ${clean(title)} (${clean(note)})`, ...(lead ? [clean(lead)] : []), url].join('\n'),
})

/** Message formats; no limit exceeds that of its service. */
const FORMS: Readonly<Record<Chat, ChatForm>> = {
  slack: {
    maxBytes: 12_000,
    heading: (text, url) => `*<${url}|${forSlack(text)}>*`,
    entry: ({ title, url, note, lead }, number) =>
      `${number}. <${url}|${forSlack(title)}> (${forSlack(note)})${lead ? `\n${forSlack(lead)}` : ''}`,
    body: (text) => ({ text, unfurl_links: false, unfurl_media: false }),
  },
  discord: {
    // Discord's limit is 2,000 characters.
    maxBytes: 2_000,
    heading: (text, url) => `**[${forMarkdown(text)}](<${url}>)**`,
    entry: ({ title, url, note, lead }, number) =>
      `${number}. [${forMarkdown(title)}](<${url}>) (${forMarkdown(note)})${lead ? `\n${forMarkdown(lead)}` : ''}`,
    // No mentions, whatever a headline says; flag 4 suppresses link previews.
    body: (content) => ({ content, allowed_mentions: { parse: [] }, flags: 4 }),
  },
  teams: {
    maxBytes: 20_000,
    ...plain((text) => text),
    body: (text) => ({
      type: 'message',
      attachments: [
        {
          contentType: 'application/vnd.microsoft.card.adaptive',
          content: {
            $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
            type: 'AdaptiveCard',
            version: '1.4',
            // TextRun does not interpret Markdown, as TextBlock would.
            body: text
              .split('\n\n')
              .map((part) => ({ type: 'RichTextBlock', inlines: part.split('\n').flatMap(teamsRuns) })),
          },
        },
      ],
    }),
  },
  'google-chat': { maxBytes: 4_000, ...plain(withoutTags), body: (text) => ({ text }) },
  telegram: {
    // Telegram's limit is 4,096 characters; without `parse_mode` it reads no markup.
    maxBytes: 4_000,
    ...plain(forTelegram),
    body: (text, { chatId }) => ({ chat_id: chatId, text, link_preview_options: { is_disabled: true } }),
  },
  feishu: { maxBytes: 18_000, ...plain(forFeishu), body: (text) => ({ msg_type: 'text', content: { text } }) },
  dingtalk: { maxBytes: 18_000, ...plain(withoutTags), body: (content) => ({ msgtype: 'text', text: { content } }) },
  wecom: { maxBytes: 2_000, ...plain(withoutTags), body: (content) => ({ msgtype: 'text', text: { content } }) },
}

function teamsRuns(line: string, index: number): readonly unknown[] {
  const isAddress = /^https?:\/\/\S+$/.test(line)
  const run = { type: 'TextRun', text: `${index > 0 ? '\n' : ''}${line}` }
  return [isAddress ? { ...run, selectAction: { type: 'Action.OpenUrl', url: line } } : run]
}

/** Entries that a message always has, even over the limit; entries are never cut within. */
const FEWEST = 1

/**
 * Formats a message for its service. Text from outside stays plain text: it mentions nobody, and no link has
 * words other than its address. If not all entries
 * fit, the first ones are included and the rest counted.
 *
 * @returns JSON body of the request
 */
export function chatBody(address: ChatAddress, message: ChatMessage): string {
  const form = FORMS[address.chat]
  const entries = message.entries.map((entry, index) => form.entry(entry, index + 1))
  for (let count = entries.length; ; count--) {
    const left = message.entries.length - count + message.others
    const parts = [form.heading(message.heading, message.url), ...entries.slice(0, count)]
    const text = [...parts, ...(left > 0 ? [message.more(left)] : [])].join('\n\n')
    if (count <= FEWEST || Buffer.byteLength(text) <= form.maxBytes) return JSON.stringify(form.body(text, address))
  }
}
