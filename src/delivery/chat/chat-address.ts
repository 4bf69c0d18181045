/** Chat services with incoming webhooks. Mattermost and Rocket.Chat accept Slack's format. */
export const CHATS = ['slack', 'discord', 'teams', 'google-chat', 'telegram', 'feishu', 'dingtalk', 'wecom'] as const
export type Chat = (typeof CHATS)[number]

/** The target of a chat message; the service determines its format. */
export interface ChatAddress {
  readonly chat: Chat
  /** URL to post to. */
  readonly url: string
  /** Recipient; Telegram only, whose URL does not identify it. */
  readonly chatId?: string
}

/**
 * Parses a chat address: `slack:https://hooks.slack.example/services/…`; for Telegram
 * `telegram:https://api.telegram.org/botTOKEN/sendMessage?chat_id=@channel`.
 *
 * @returns undefined for anything else
 */
export function readChatAddress(written: string): ChatAddress | undefined {
  const [, name, address] = /^([a-z-]+):(https?:\/\/.+)$/.exec(written.trim()) ?? []
  const chat = CHATS.find((each) => each === name)
  if (chat === undefined || address === undefined || !URL.canParse(address)) return undefined
  if (chat !== 'telegram') return { chat, url: address }
  const url = new URL(address)
  const chatId = url.searchParams.get('chat_id')
  if (!chatId) return undefined
  url.search = ''
  return { chat, url: url.href, chatId }
}

/** Returns the service and host of an address for display: the rest of the address is a secret. */
export function chatName(written: string): string {
  const address = readChatAddress(written)
  return address ? `${address.chat}, ${new URL(address.url).host}` : written
}
