import { describe, expect, test } from 'vitest'
import { CHATS, type Chat, type ChatAddress, chatName, readChatAddress } from './chat-address.ts'
import { type ChatMessage, chatBody } from './chat-message.ts'

const address = (chat: Chat): ChatAddress => ({ chat, url: 'https://chat.example/hook', chatId: '@news' })

const message = (stories: number, title = 'Halden raises $410m', others = 0): ChatMessage => ({
  ...{ heading: 'Auspex · Brief of 2026-11-23', url: 'https://news.example/brief/2026-11-23', others },
  more: (count) => `And ${count} more.`,
  entries: Array.from({ length: stories }, (_, index) => ({
    title,
    ...{ url: `https://news.example/s/${index + 1}`, note: '92 of 100 · 12 independent sources' },
    lead: 'The maker of data halls has raised $410 million, it said on Monday.',
  })),
})

/** The text that a service shows, of a body in its form. */
function textOf(chat: Chat, body: string): string {
  const said = JSON.parse(body)
  switch (chat) {
    case 'discord':
      return said.content
    case 'teams':
      return said.attachments[0].content.body
        .map(({ inlines }: { inlines: { text: string }[] }) => inlines.map(({ text }) => text).join(''))
        .join('\n\n')
    case 'feishu':
      return said.content.text
    case 'dingtalk':
    case 'wecom':
      return said.text.content
    default:
      return said.text
  }
}

describe.each(CHATS)('%s', (chat) => {
  test('is told each story with its address, and how many more there are', () => {
    const text = textOf(chat, chatBody(address(chat), message(3, undefined, 4)))
    expect(text).toContain('Auspex · Brief of 2026-11-23')
    for (const id of [1, 2, 3]) expect(text).toContain(`https://news.example/s/${id}`)
    expect(text).toContain('92 of 100')
    expect(text).toContain('$410 million')
    expect(text.endsWith('And 4 more.')).toBe(true)
  })

  test('gets whole stories where not all fit, and the number of the others', () => {
    const text = textOf(chat, chatBody(address(chat), message(300, '柔佛數據中心園區動工'.repeat(8))))
    const shown = text.match(/news\.example\/s\/\d+/g)!.length
    expect(shown).toBeGreaterThan(1)
    expect(shown).toBeLessThan(300)
    expect(text.endsWith(`And ${300 - shown} more.`)).toBe(true)
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(20_000)
  })

  test('calls nobody and links nowhere else for what a headline says', () => {
    const hostile =
      '<!channel> <@U1> @everyone @reader_one <at user_id="all"></at> [free](https://evil.example) *b* <https://evil.example|x>'
    const body = chatBody(address(chat), message(1, hostile))
    const text = textOf(chat, body)
    if (chat === 'slack') expect(text).not.toMatch(/<(?!https:\/\/news\.example)/)
    if (chat === 'discord') {
      expect(JSON.parse(body).allowed_mentions).toEqual({ parse: [] })
      expect(text).toContain('\\[free\\]\\(https')
    }
    if (chat === 'google-chat' || chat === 'feishu') expect(text).not.toContain('<')
    if (chat === 'feishu') expect(text).not.toContain('](')
    if (chat === 'telegram') {
      expect(JSON.parse(body)).not.toHaveProperty('parse_mode')
      expect(text).not.toMatch(/@\w/)
    }
    if (chat === 'teams') {
      expect(body).not.toContain('"TextBlock"')
      const targets = [...body.matchAll(/"url":"([^"]+)"/g)].map(([, url]) => new URL(url!).host)
      expect(new Set(targets)).toEqual(new Set(['news.example']))
    }
    if (chat === 'dingtalk' || chat === 'wecom') expect(Object.keys(JSON.parse(body).text)).toEqual(['content'])
  })
})

test('Discord and WeCom are never told more than they take', () => {
  for (const title of ['Halden', '数据中心', 'ﷺ\u{1f4f0}']) {
    const sent = (chat: Chat) => textOf(chat, chatBody(address(chat), message(50, title.repeat(20))))
    expect([...sent('discord')].length).toBeLessThanOrEqual(2_000)
    expect(Buffer.byteLength(sent('wecom'))).toBeLessThanOrEqual(2_048)
  }
})

test('addresses are read with their service; who is told in Telegram stands in the body', () => {
  expect(readChatAddress('slack:https://hooks.slack.example/services/T/B/x')).toEqual({
    ...{ chat: 'slack', url: 'https://hooks.slack.example/services/T/B/x' },
  })
  const telegram = readChatAddress('telegram:https://api.telegram.example/bot1:x/sendMessage?chat_id=-100')!
  expect(telegram).toEqual({ chat: 'telegram', url: 'https://api.telegram.example/bot1:x/sendMessage', chatId: '-100' })
  expect(JSON.parse(chatBody(telegram, message(1)))).toMatchObject({ chat_id: '-100' })
})

test.each([
  'https://hooks.slack.example/x',
  'slack:ftp://hooks.slack.example/x',
  'slack:https://',
  'irc:https://irc.example/x',
  'telegram:https://api.telegram.example/bot1:x/sendMessage',
  '',
])('%j is no address of a chat', (written) => {
  expect(readChatAddress(written)).toBeUndefined()
})

test('what is shown of an address has nothing of its secret', () => {
  expect(chatName('discord:https://discord.example/api/webhooks/1/secret')).toBe('discord, discord.example')
  expect(chatName('reader@mail.example')).toBe('reader@mail.example')
})
