/** Services whose incoming webhooks take a message. Mattermost and Rocket.Chat take what Slack does. */
export const CHATS = ['slack', 'discord', 'teams', 'google-chat', 'telegram', 'feishu', 'dingtalk', 'wecom'] as const
export type Chat = (typeof CHATS)[number]

/** Where a message goes, and in which form. */
export interface ChatAddress {
  readonly chat: Chat
  /** What is posted to. */
  readonly url: string
  /** Of Telegram, whose address does not say to whom. */
  readonly chatId?: string
}

/**
 * Reads the service and its address: `slack:https://hooks.slack.example/services/…`; of Telegram
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

/** @returns which service and which host: the rest of the address is a secret */
export function chatName(written: string): string {
  const address = readChatAddress(written)
  return address ? `${address.chat}, ${new URL(address.url).host}` : written
}
