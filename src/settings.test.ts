import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  flagOf,
  mailboxesIn,
  passwordsIn,
  readSettings,
  SETTINGS,
  SettingError,
  settingsPage,
  unknownVariables,
  variableOf,
} from './settings.ts'

describe('readSettings', () => {
  test('gives every default where nothing is set', () => {
    const settings = readSettings({}, {})
    for (const row of SETTINGS) expect(settings[row.name]).toBe(row.default)
  })

  test('command line wins over environment, environment over default', () => {
    expect(readSettings({}, { AUSPEX_PORT: '5000' }).port).toBe(5000)
    expect(readSettings({ port: '6000' }, { AUSPEX_PORT: '5000' }).port).toBe(6000)
  })

  test.each([
    ['https://news.example', 'https://news.example'],
    [' https://news.example:8443// ', 'https://news.example:8443'],
    ['', ''],
  ])('takes the end off the public address %j', (written, address) => {
    expect(readSettings({}, { AUSPEX_BASE_URL: written }).base_url).toBe(address)
  })

  test('reads DATABASE_URL, which hosts set', () => {
    expect(readSettings({}, { DATABASE_URL: 'postgres://x/y' }).database_url).toBe('postgres://x/y')
  })

  test.each([
    ['AUSPEX_PORT', 'eighty', /AUSPEX_PORT: expected a whole number from 0 to 65535, got "eighty"/],
    ['AUSPEX_PORT', '', /whole number/],
    ['AUSPEX_BASE_URL', 'https://news.example/ai', /a host of its own, without a path, got/],
    ['AUSPEX_PORT', '-1', /from 0 to 65535/],
    ['AUSPEX_PORT', '99999', /whole number from 0 to 65535/],
    ['AUSPEX_TIME_ZONE', '', /IANA time zone/],
    ['AUSPEX_BRIEF_TIME', '7', /HH:MM/],
    ['AUSPEX_BASE_URL', 'news.example', /the public address of the site, such as https:/],
    ['AUSPEX_BASE_URL', 'https://news.example/?a=b', /public address/],
    ['AUSPEX_DATABASE_URL', 'mysql://me:geheim@host/x', /^(?!.*geheim).*expected postgres:/],
    ['DATABASE_URL', 'mysql://me:geheim@host/x', /^(?!.*geheim)Setting DATABASE_URL: expected postgres:/],
    ['AUSPEX_WEBHOOK_URLS', 'https://a.example/x, nonsense', /addresses such as https:/],
    ['AUSPEX_CHAT_URLS', 'https://hooks.slack.example/geheim', /^(?!.*geheim).*slack, discord, teams.* slack:https:/],
    ['AUSPEX_CHAT_URLS', 'irc:https://irc.example/', /separated by spaces; of Telegram with/],
    ['AUSPEX_CHAT_URLS', 'slack:https://hooks.slack.example/x', /base_url|public address of the site/],
    ['AUSPEX_MAIL_FROM', 'Auspex', /a sender, such as/],
    ['AUSPEX_SMTP_URL', 'mail.example', /smtp:/],
    ['AUSPEX_BASE_URL', 'javascript:alert(1)', /public address/],
    ['AUSPEX_POLL_MIN_SECONDS', '50000', /50000 is more than AUSPEX_POLL_MAX_SECONDS, which is 43200/],
    ['AUSPEX_FETCH_TIMEOUT_MS', '3000000000', /from 100 to 2147483647, got "3000000000"/],
    ['AUSPEX_PORT', '1e3', /whole number/],
    ['AUSPEX_PORT', '0x50', /whole number/],
    ['AUSPEX_MODEL_DAILY_BUDGET_USD', '-3', /dollars as 0\.5, or none/],
    ['AUSPEX_RETENTION_DAYS', '-5', /from 0 to 36500/],
    ['AUSPEX_BRIEF_WINDOW_HOURS', '999999999999', /from 1 to 876000/],
    ['AUSPEX_LANGUAGE', 'fr', /one of en, zh-Hant, zh-Hans, ja/],
    ['AUSPEX_TIME_ZONE', 'Mars/Olympus', /IANA time zone/],
  ])('refuses %s=%s', (name, value, message) => {
    expect(() => readSettings({}, { [name]: value })).toThrow(SettingError)
    expect(() => readSettings({}, { [name]: value })).toThrow(message)
  })
})

test('settings that contradict one another are named as they were given', () => {
  expect(() => readSettings({ poll_min_seconds: '900' }, { AUSPEX_POLL_MAX_SECONDS: '300' })).toThrow(
    'Setting --poll-min-seconds: 900 is more than AUSPEX_POLL_MAX_SECONDS, which is 300.',
  )
  expect(() =>
    readSettings({ mail_from: '', base_url: 'https://news.example' }, { AUSPEX_SMTP_URL: 'smtp://m.example' }),
  ).toThrow('Setting --mail-from: mails need a sender')
})

test.each([
  ['AUSPEX_MAIL_FROM', 'Auspex <brief@news.example>'],
  ['AUSPEX_MAIL_FROM', 'brief@news.example'],
  ['AUSPEX_BASE_URL', 'https://example.org/'],
  ['AUSPEX_DATABASE_URL', 'postgres:///auspex?host=/var/run/postgresql'],
  ['AUSPEX_DATABASE_URL', 'postgresql://me@host/auspex'],
  ['AUSPEX_WEBHOOK_URLS', ' https://a.example/x,http://b.example:8080/y, '],
])('takes %s=%s', (name, value) => {
  const besides = { AUSPEX_WEBHOOK_SECRET: 'a secret of some length' }
  expect(() => readSettings({}, { ...besides, [name]: value })).not.toThrow()
})

test('flag and variable are made from the name', () => {
  expect(flagOf('poll_min_seconds')).toBe('--poll-min-seconds')
  expect(variableOf('poll_min_seconds')).toBe('AUSPEX_POLL_MIN_SECONDS')
})

test('docs/settings.md is the table', () => {
  expect(readFileSync(`${import.meta.dirname}/../docs/settings.md`, 'utf8')).toBe(settingsPage())
})

describe('the mailbox of newsletters', () => {
  const read = (url: string, password = 'secret') =>
    readSettings({}, { AUSPEX_IMAP_URL: url, AUSPEX_IMAP_PASSWORD: password })

  test('is a user at a server, with the password apart', () => {
    expect(read('imaps://me%40mail.example@imap.mail.example/INBOX').imap_password).toBe('secret')
    expect(() => read('imaps://me@mail.example', '')).toThrow('AUSPEX_IMAP_PASSWORD')
  })

  test('may be several, each with its password', () => {
    const both = 'imaps://me@mail.example imap://you@other.example/News'
    expect(mailboxesIn(read(both, 'one word\ntwo').imap_url)).toHaveLength(2)
    expect(passwordsIn('one word\r\ntwo\n')).toEqual(['one word', 'two'])
    expect(() => read(both, 'one')).toThrow('each of the 2 mailboxes needs a password, got 1')
    expect(() => read(`${both} https://me@mail.example`, 'a\nb\nc')).toThrow('expected imaps://user@host/Folder')
  })

  test.each(['imaps://me:hidden@mail.example/', 'imaps://mail.example', 'https://me@mail.example', 'me@mail.example'])(
    '%s is refused, and not repeated',
    (url) => {
      expect(() => read(url)).toThrow('expected imaps://user@host/Folder')
      expect(() => read(url)).not.toThrow('hidden')
    },
  )
})

test('names variables that look like settings and are none', () => {
  const environment = { AUSPEX_PRT: '80', AUSPEX_PORT: '80', AUSPEX_BENCH: '/bench', PATH: '/bin', AUSPEX_: '' }
  expect(unknownVariables(environment)).toEqual(['AUSPEX_', 'AUSPEX_PRT'])
})
