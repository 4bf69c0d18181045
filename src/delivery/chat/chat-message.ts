import type { Chat, ChatAddress } from './chat-address.ts'

/** What a chat is told: a heading, a line or two for each story, and how many there are besides. */
export interface ChatMessage {
  readonly heading: string
  /** Where the whole is to be read. */
  readonly url: string
  readonly entries: readonly ChatEntry[]
  /** Said of those for which there is no room, and of those that are on the page alone. */
  readonly more: (count: number) => string
  /** Stories of the page that are no entries. */
  readonly others: number
}

export interface ChatEntry {
  readonly title: string
  readonly url: string
  /** Of how many it is known, what it scores. */
  readonly note: string
  /** What happened, in a sentence. */
  readonly lead?: string
}

interface ChatForm {
  /** Most bytes of UTF-8 that the service takes, with room for what stands around; counted so, characters are counted too. */
  readonly maxBytes: number
  readonly heading: (text: string, url: string) => string
  readonly entry: (entry: ChatEntry, number: number) => string
  readonly body: (text: string, address: ChatAddress) => unknown
}

/** Of texts in which `<` may begin a call to everybody. */
const withoutTags = (text: string) => text.replaceAll('<', '‹').replaceAll('>', '›')
/** https://docs.slack.dev/messaging/formatting-message-text: these three, and no others. */
const forSlack = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const forMarkdown = (text: string) => text.replace(/[\\*_~`|<>[\]()#@]/g, '\\$&')

const plain = (clean: (text: string) => string): Pick<ChatForm, 'heading' | 'entry'> => ({
  heading: (text, url) => `${clean(text)}\n${url}`,
  entry: ({ title, url, note, lead }, number) =>
    [`${number}. ${clean(title)} (${clean(note)})`, ...(lead ? [clean(lead)] : []), url].join('\n'),
})

/** Limits stay below what each service takes. */
const FORMS: Readonly<Record<Chat, ChatForm>> = {
  slack: {
    maxBytes: 12_000,
    heading: (text, url) => `*<${url}|${forSlack(text)}>*`,
    entry: ({ title, url, note, lead }, number) =>
      `${number}. <${url}|${forSlack(title)}> (${forSlack(note)})${lead ? `\n${forSlack(lead)}` : ''}`,
    body: (text) => ({ text, unfurl_links: false, unfurl_media: false }),
  },
  discord: {
    // 2,000 characters.
    maxBytes: 2_000,
    heading: (text, url) => `**[${forMarkdown(text)}](<${url}>)**`,
    entry: ({ title, url, note, lead }, number) =>
      `${number}. [${forMarkdown(title)}](<${url}>) (${forMarkdown(note)})${lead ? `\n${forMarkdown(lead)}` : ''}`,
    // Nobody is called, whatever a headline says; 4: no previews of links.
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
            // Runs of text are no Markdown, as blocks of text would be.
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
    // 4,096 characters; without a mode of parsing it is text and nothing else.
    maxBytes: 4_000,
    ...plain((text) => text),
    body: (text, { chatId }) => ({ chat_id: chatId, text, link_preview_options: { is_disabled: true } }),
  },
  feishu: { maxBytes: 18_000, ...plain(withoutTags), body: (text) => ({ msg_type: 'text', content: { text } }) },
  dingtalk: { maxBytes: 18_000, ...plain(withoutTags), body: (content) => ({ msgtype: 'text', text: { content } }) },
  wecom: { maxBytes: 2_000, ...plain(withoutTags), body: (content) => ({ msgtype: 'text', text: { content } }) },
}

function teamsRuns(line: string, index: number): readonly unknown[] {
  const isAddress = /^https?:\/\/\S+$/.test(line)
  const run = { type: 'TextRun', text: `${index > 0 ? '\n' : ''}${line}` }
  return [isAddress ? { ...run, selectAction: { type: 'Action.OpenUrl', url: line } } : run]
}

/** Of stories that fit, whole ones: half a sentence is no news. */
const FEWEST = 1

/**
 * A message as its service takes it. What comes from outside is text in it and nothing more: it calls nobody, and links only where it says.
 * Where not all fits, the first stories stand and the rest is counted.
 *
 * @returns JSON
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
