import { CHATS, readChatAddress } from './delivery/chat/chat-address.ts'
import { UI_LANGUAGES } from './lib/ui-languages.ts'

interface SettingRow<T extends string | number> {
  readonly name: string
  readonly default: T
  /** Least value, for a number. */
  readonly min?: number
  readonly max?: number
  readonly help: string
}

function row<const N extends string, T extends string | number>(
  name: N,
  value: T,
  help: string,
  min?: number,
  max?: number,
): SettingRow<T extends string ? string : number> & { readonly name: N } {
  return { name, default: value, help, min, max } as never
}

/** Longest delay of a Node.js timer; a longer one would fire immediately. */
const LONGEST_TIMER_MS = 2_147_483_647
/** Upper bounds: a year for seconds, a century for hours and days. More is a typo, and could overflow dates. */
const LONGEST = { seconds: 31_536_000, hours: 876_000, days: 36_500 } as const

/**
 * The table of all settings. `poll_min_seconds` is `--poll-min-seconds` on the command line and
 * `AUSPEX_POLL_MIN_SECONDS` in the environment; the command line wins. `docs/settings.md` is generated from this table.
 */
export const SETTINGS = [
  row('data', 'auspex-data', 'Folder of the database and of your own sources. Made if absent.'),
  row('database_url', '', 'A PostgreSQL address. Empty: SQLite in the data folder. `DATABASE_URL` is read too.'),
  row('host', '127.0.0.1', 'Address to listen on. `0.0.0.0` shows the site to your network.'),
  row('port', 4173, 'Port to listen on; 0 takes a free one.', 0, 65_535),
  row(
    'base_url',
    '',
    'Public address of the site, for links in feeds and the API: a host of its own, without a path. Empty: the address of the request.',
  ),
  row('title', 'Auspex', 'Name of the site.'),
  row('language', 'en', `Interface language where the reader asks for none: ${UI_LANGUAGES.join(', ')}.`),
  row('time_zone', 'UTC', 'IANA time zone in which times are shown and days begin.'),
  row(
    'data_licence',
    '',
    'Licence under which others may use what this site makes of its sources (stories, ranks, receipts), said in exports: an SPDX identifier such as CC-BY-4.0, or an address. Empty: none is stated.',
  ),
  row('sources', '', 'A catalogue file to read in place of the shipped one.'),
  row('poll_min_seconds', 300, 'Shortest wait between two polls of one feed.', 1, LONGEST.seconds),
  row('poll_max_seconds', 43_200, 'Longest wait between two polls of one feed that answers.', 1, LONGEST.seconds),
  row('fetch_timeout_ms', 20_000, 'Longest a fetch may take, redirects included.', 100, LONGEST_TIMER_MS),
  row('max_body_bytes', 5_000_000, 'Longest body that is read, after decompression.', 1_000),
  row('max_connections', 24, 'Connections open at once.', 1),
  row('max_connections_per_host', 2, 'Connections open at once to one host.', 1),
  row(
    'daily_budget_mb',
    0,
    'Megabytes that polling may fetch in a day (UTC); then it rests until the next. 0 sets no limit.',
    0,
  ),
  row('mail_folder', '', 'Folder of newsletters as .eml files, for sources of kind mail.'),
  row(
    'imap_url',
    '',
    'Mailboxes of newsletters, for sources of kind mail, separated by spaces: `imaps://user@mail.example/INBOX`. They are read, never changed.',
  ),
  row(
    'imap_password',
    '',
    'Password of the mailbox; for several mailboxes, their passwords in the same order, one a line. Set it in the environment: other users of the machine can read a command line.',
  ),
  row('imap_ca_file', '', 'Certificates (PEM) that vouch for the mail server, where no public authority does.'),
  row(
    'stream_wait_seconds',
    20,
    'Shortest wait between two polls that the stream of a Mastodon server prompts. 0 opens no streams.',
    0,
    LONGEST.seconds,
  ),
  row(
    'mastodon_tokens',
    '',
    'Access tokens for streams of Mastodon servers, as `host=token`, separated by commas. Set them in the environment.',
  ),
  row('contact', '', 'An address or page at which publishers can reach you; sent in the user agent of every request.'),
  row(
    'allow_private',
    '',
    'Private addresses that may be fetched, as `host:port`, separated by commas. All others are refused.',
  ),
  row('story_window_hours', 72, 'How long a story stays open to new items.', 1, LONGEST.hours),
  row('brief_window_hours', 24, 'How far back the front page looks.', 1, LONGEST.hours),
  row(
    'weights',
    '',
    'Weights of the rank, on top of those of the beat, as in the address of the front page: `authority:20,kind-research:1`.',
  ),
  row(
    'model',
    '',
    'A model that writes summaries, as `google:gemini-2.5-flash-lite`. Empty: none. See docs/models.md.',
  ),
  row(
    'model_base_url',
    '',
    'Address of the model server, where it is not the provider’s own: `http://127.0.0.1:8080/v1`.',
  ),
  row(
    'model_key',
    '',
    'Key for the model. Set it in the environment: other users of the machine can read a command line.',
  ),
  row(
    'model_daily_budget_usd',
    '1',
    'Dollars that models may cost in a day (UTC), as `0.5`, or `none`; a hard stop before each call.',
  ),
  row('model_timeout_ms', 60_000, 'Longest that a model may take to answer.', 1_000, LONGEST_TIMER_MS),
  row(
    'embedding_model',
    '',
    'A model that turns texts into vectors, as its server names it: `multilingual-e5-small`. Empty: none. See docs/models.md.',
  ),
  row(
    'embedding_base_url',
    '',
    'Address of the server of that model, which speaks OpenAI’s `/v1/embeddings`: `http://127.0.0.1:8080/v1`.',
  ),
  row('embedding_key', '', 'Key for that server, if it wants one. Set it in the environment.'),
  row('embedding_dimensions', 0, 'Length of the vectors to ask for; 0 leaves it to the server.', 0),
  row('embedding_prefix', '', 'Written before every text, where the model wants it: `query:` for the E5 family.'),
  row(
    'embedding_timeout_ms',
    10_000,
    'Longest that a batch of items waits for its vectors; items without one by then are placed by their words.',
    100,
    LONGEST_TIMER_MS,
  ),
  row('retention_days', 0, 'Days after which a story without news is removed. 0 keeps everything.', 0, LONGEST.days),
  row('brief_time', '07:00', 'Time of day, in the time zone, at which the brief of the day before is sent.'),
  row(
    'smtp_url',
    '',
    'Mail server for the brief and for saved searches: `smtp://user:password@mail.example:587`. Empty: no mail.',
  ),
  row('mail_from', '', 'Sender of the mails: `Auspex <brief@news.example>`.'),
  row('webhook_urls', '', 'Addresses that get the brief as signed JSON, separated by commas.'),
  row('webhook_secret', '', 'Secret that signs what webhooks get, at least 16 characters.'),
  row(
    'chat_urls',
    '',
    'Incoming webhooks of chats that get the brief as a message, each with its service before it, separated by spaces: `slack:https://…` (Mattermost and Rocket.Chat too), `discord:`, `teams:`, `google-chat:`, `telegram:`, `feishu:`, `dingtalk:`, `wecom:`. They are secrets: set them in the environment.',
  ),
  row('decision_seconds', 300, 'How often the answers to saved decisions are worked out again.', 1, LONGEST.seconds),
  row(
    'admin_password_file',
    '',
    'A file that holds the password of `/admin`; read at startup. Or: `auspex admin password`.',
  ),
  row('log_level', 'info', 'debug, info, warn, error or silent.'),
  row('log_format', 'text', 'Lines on standard error: text for people, json for programs.'),
] as const

type Row = (typeof SETTINGS)[number]
export type SettingName = Row['name']
/** The value of every setting. */
export type Settings = { readonly [R in Row as R['name']]: R['default'] }

/** A setting's value is invalid; the message says where it came from and what is allowed. */
export class SettingError extends Error {
  override readonly name = 'SettingError'

  constructor(
    readonly setting: string,
    reason: string,
  ) {
    super(`Setting ${setting}: ${reason}. See docs/settings.md.`)
  }
}

/** @returns `--poll-min-seconds` for `poll_min_seconds`. */
export function flagOf(name: string): string {
  return `--${name.replaceAll('_', '-')}`
}

/** @returns `AUSPEX_POLL_MIN_SECONDS` for `poll_min_seconds`. */
export function variableOf(name: string): string {
  return `AUSPEX_${name.toUpperCase()}`
}

/** Variables read by tests and benches, not by the program. */
const NOT_SETTINGS = new Set(['AUSPEX_BENCH', 'AUSPEX_SCALE_WATCH'])

/** @returns `AUSPEX_` variables that are not settings, sorted: a misspelt one would otherwise be ignored silently */
export function unknownVariables(environment: Readonly<Record<string, string | undefined>>): readonly string[] {
  const known = new Set(SETTINGS.map(({ name }) => variableOf(name)))
  return Object.keys(environment)
    .filter((name) => name.startsWith('AUSPEX_') && !known.has(name) && !NOT_SETTINGS.has(name))
    .sort()
}

interface Form {
  isRight(value: string): boolean
  /** Completes the message "expected …". */
  readonly expected: string
  readonly isSecret?: boolean
}

/** Required form of text settings. An empty text is accepted if it is the default. */
const FORMS: Partial<Record<SettingName, Form>> = {
  brief_time: { isRight: (value) => /^([01]\d|2[0-3]):[0-5]\d$/.test(value), expected: 'a time as HH:MM' },
  time_zone: { isRight: isTimeZone, expected: 'an IANA time zone, such as Asia/Hong_Kong' },
  base_url: {
    isRight: (value) => isAddress(value, 'https?') && /^[^/]*\/\/[^/?#]*\/*$/.test(value.trim()),
    expected: 'the public address of the site, such as https://news.example: a host of its own, without a path',
  },
  database_url: {
    isRight: (value) => isAddress(value, 'postgres(ql)?'),
    expected: 'postgres://user:password@host:5432/name, or nothing for SQLite',
    isSecret: true,
  },
  smtp_url: {
    isRight: (value) => isAddress(value, 'smtps?'),
    expected: 'smtp://user:password@host:587 or smtps://…',
    isSecret: true,
  },
  mail_from: {
    isRight: (value) => /^[^<>]*<[^\s@<>]+@[^\s@<>]+>$|^[^\s@<>]+@[^\s@<>]+$/.test(value.trim()),
    expected: 'a sender, such as "Auspex <brief@news.example>"',
  },
  webhook_urls: {
    isRight: (value) => webhooksIn(value).every((url) => isAddress(url, 'https?')),
    expected: 'addresses such as https://receiver.example/brief, separated by commas',
    isSecret: true,
  },
  chat_urls: {
    isRight: (value) => chatsIn(value).every((chat) => readChatAddress(chat) !== undefined),
    expected: `addresses with their service (${CHATS.join(', ')}) before them, such as slack:https://hooks.slack.com/…, separated by spaces; of Telegram with ?chat_id=`,
    isSecret: true,
  },
  model_daily_budget_usd: {
    isRight: (value) => /^(?:none|\d{1,6}(?:\.\d{1,6})?)$/.test(value),
    expected: 'dollars as 0.5, or none',
  },
  imap_url: {
    isRight: (value) => mailboxesIn(value).every(isMailbox),
    expected: 'imaps://user@host/Folder, with the password in imap_password',
    isSecret: true,
  },
}

const CHOICES: Partial<Record<SettingName, readonly string[]>> = {
  language: UI_LANGUAGES,
  log_level: ['debug', 'info', 'warn', 'error', 'silent'],
  log_format: ['text', 'json'],
}

/**
 * Reads the settings. The command line wins over the environment, the environment over the default.
 *
 * @param flags values given on the command line, by setting name
 * @param environment as `process.env`
 * @throws SettingError naming the flag or variable, for an invalid value or settings that contradict one another
 */
export function readSettings(
  flags: Readonly<Partial<Record<string, string | number>>>,
  environment: Readonly<Record<string, string | undefined>>,
): Settings {
  const settings: Record<string, string | number> = {}
  const origins: Record<string, string> = {}
  for (const setting of SETTINGS) {
    const { name } = setting
    const fromFlag = flags[name]
    const own = variableOf(name)
    const variable = name === 'database_url' && environment[own] === undefined ? 'DATABASE_URL' : own
    const written = fromFlag ?? environment[variable]
    const origin = fromFlag !== undefined ? flagOf(name) : variable
    origins[name] = origin
    settings[name] = written === undefined ? setting.default : readValue(setting, written, origin)
  }
  const read = settings as unknown as Settings
  refuseContradictions(read, (name) => origins[name]!)
  return read
}

/** Least length of a webhook secret, in characters. */
export const LEAST_WEBHOOK_SECRET = 16

/**
 * @param originOf the flag or variable that a setting was read from; the variable if it was not given
 * @throws SettingError if a setting lacks another that it requires, or contradicts it
 */
function refuseContradictions(settings: Settings, originOf: (name: SettingName) => string): void {
  if (settings.poll_min_seconds > settings.poll_max_seconds) {
    const { poll_min_seconds: min, poll_max_seconds: max } = settings
    throw new SettingError(
      originOf('poll_min_seconds'),
      `${min} is more than ${originOf('poll_max_seconds')}, which is ${max}`,
    )
  }
  if (settings.smtp_url && !settings.mail_from) {
    throw new SettingError(originOf('mail_from'), 'mails need a sender, for example "Auspex <brief@news.example>"')
  }
  if (settings.smtp_url && !settings.base_url) {
    throw new SettingError(originOf('base_url'), 'links in mails need the public address of the site')
  }
  const [urls, passwords] = [mailboxesIn(settings.imap_url).length, passwordsIn(settings.imap_password).length]
  if (urls > 0 && urls !== passwords) {
    const wanted =
      urls === 1 ? 'the mailbox of imap_url needs a password' : `each of the ${urls} mailboxes needs a password`
    throw new SettingError(originOf('imap_password'), `${wanted}, got ${passwords}`)
  }
  if (settings.chat_urls && !settings.base_url) {
    throw new SettingError(originOf('base_url'), 'links in messages to chats need the public address of the site')
  }
  if (settings.webhook_urls && settings.webhook_secret.length < LEAST_WEBHOOK_SECRET) {
    throw new SettingError(
      originOf('webhook_secret'),
      `webhooks are signed: give a secret of ${LEAST_WEBHOOK_SECRET} characters or more`,
    )
  }
}

function readValue(setting: Row, written: string | number, origin: string): string | number {
  if (typeof setting.default === 'number') {
    // A sign and digits only: `Number` would also accept `1e3` and `0x50`.
    const value = /^\s*[+-]?\d+\s*$/.test(String(written)) ? Number(written) : Number.NaN
    const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = setting
    if (!Number.isInteger(value) || value < min || value > max) {
      const range = max === Number.POSITIVE_INFINITY ? `of at least ${min}` : `from ${min} to ${max}`
      throw new SettingError(origin, `expected a whole number ${range}, got ${JSON.stringify(written)}`)
    }
    return value
  }
  const value = setting.name === 'base_url' ? withoutEndSlash(String(written)) : String(written)
  const choices = CHOICES[setting.name]
  if (choices && !choices.includes(value)) {
    throw new SettingError(origin, `expected one of ${choices.join(', ')}, got ${JSON.stringify(value)}`)
  }
  const form = FORMS[setting.name]
  if (form && (value !== '' || setting.default !== '') && !form.isRight(value)) {
    // An address may contain a password, and others may read the message.
    const got = form.isSecret ? '' : `, got ${JSON.stringify(value)}`
    throw new SettingError(origin, `expected ${form.expected}${got}`)
  }
  return value
}

/** @returns the addresses of `webhook_urls` */
export function webhooksIn(written: string): readonly string[] {
  return written.split(',').flatMap((url) => url.trim() || [])
}

/** @returns the chats of `chat_urls` */
export function chatsIn(written: string): readonly string[] {
  return written.split(/\s+/).filter((chat) => chat !== '')
}

/** @returns the addresses of `imap_url` */
export function mailboxesIn(written: string): readonly string[] {
  return written.split(/\s+/).filter((url) => url !== '')
}

/** @returns the passwords of `imap_password`, in the order of the mailboxes; a password may hold spaces */
export function passwordsIn(written: string): readonly string[] {
  return written.split(/\r?\n/).filter((password) => password !== '')
}

/** @param schemes a regular expression such as `https?` */
function isAddress(value: string, schemes: string): boolean {
  return new RegExp(`^${schemes}://[^\\s]+$`).test(value) && URL.canParse(value)
}

/** A password in the address is refused: it would appear in process lists and error messages. */
function isMailbox(value: string): boolean {
  if (!/^imaps?:\/\//.test(value) || !URL.canParse(value)) return false
  const { username, password, hostname } = new URL(value)
  return username !== '' && password === '' && hostname !== ''
}

/** Removes trailing slashes, because paths are appended to the address. */
function withoutEndSlash(address: string): string {
  return address.trim().replace(/\/+$/, '')
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** @returns the content of `docs/settings.md` */
export function settingsPage(): string {
  const rows = SETTINGS.map(({ name, default: value, help }) => {
    const shown = value === '' ? '' : `\`${value}\``
    return `| \`${flagOf(name)}\` | \`${variableOf(name)}\` | ${shown} | ${help} |`
  })
  return [
    '# Settings',
    '',
    'Made from the table in `src/settings.ts` by `npm run docs`; a test keeps both equal.',
    'The command line wins over the environment, the environment over the default.',
    '',
    '| Flag | Variable | Default | What it does |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}
