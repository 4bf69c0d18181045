import { expect, test } from 'vitest'
import { withoutCredentials } from './without-credentials.ts'

test.each([
  ['https://me:secret@feeds.example/a.xml?x=1', 'https://feeds.example/a.xml?x=1'],
  ['https://token@feeds.example/a', 'https://feeds.example/a'],
  ['imaps://me%40mail.example:pa%3Ass@imap.example/INBOX', 'imaps://imap.example/INBOX'],
  ['https://social.example/@name', 'https://social.example/@name'],
  ['mailto:letter@publisher.example', 'mailto:letter@publisher.example'],
  ['no address @ all', 'no address @ all'],
])('%s is shown as %s', (address, shown) => {
  expect(withoutCredentials(address)).toBe(shown)
})
