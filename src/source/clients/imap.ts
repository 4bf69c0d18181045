import { isIP } from 'node:net'
import type { FetchMessageObject, ImapFlow, ImapFlowOptions } from 'imapflow'
import { DAY_MS } from '../../lib/instant.ts'
import { FeedUnreachableError, FetchTimeoutError } from '../fetch-errors.ts'
import { isRecord, textAt, valueAt } from '../json-value.ts'
import type { Entry } from '../types.ts'
import { type Conversation, conversation, UnexpectedAnswerError } from './answers.ts'
import type { SourceClient } from './client.ts'
import { letterFrom, MAX_LETTER_BYTES, senderOf } from './letter.ts'
import { type MailboxFailure, MailboxRest } from './mailbox-rest.ts'

/** Letters read in one poll, oldest first; what is left comes with the next. */
const MAX_LETTERS = 50
/** Of one poll's letters in all: they are in memory at once. */
const MAX_POLL_BYTES = 12_000_000
/** Of one answer: a mailbox of 100,000 letters is listed in a half. A server that talked on filled 90 MB of memory a second. */
const MAX_ANSWER_BYTES = 2_000_000
const LISTEN_EVERY_MS = 50
/** Times that a server may break off at one letter before those behind it are read without it. */
const MOST_STUMBLES = 3
/** Letters set aside that are remembered of one sender. */
const MOST_ASIDE = 20
/** A mailbox never read begins this far back. */
const FIRST_REACH_MS = 30 * DAY_MS

export interface Mailbox {
  /** `imaps://user@host:993/Folder`, or `imap://…` for STARTTLS. */
  readonly url: string
  readonly password: string
  readonly timeoutMs: number
  /** Certificates (PEM) that vouch for the server, in place of the public authorities. */
  readonly ca?: string
}

/** How far a mailbox was read. Numbers hold as long as its UIDVALIDITY does (RFC 9051, 2.3.1.1). */
interface Reach {
  readonly uidValidity: string
  readonly lastUid: number
  /** Letters that were set aside, for as long as a mailbox read anew would bring them again. */
  readonly aside?: readonly Aside[]
}

interface Aside {
  readonly uid: number
  readonly at: number
}

/** The letter at which a server broke off, and how often in a row. */
interface Stumble {
  readonly uid: number
  readonly failures: number
}

/** By mailbox and sender. A restart forgets them: the letter is then tried three times more. */
type Stumbles = Map<string, Stumble>

/** By address of the mailbox. */
type Reaches = Readonly<Record<string, Reach>>

interface Found {
  readonly entries: readonly Entry[]
  readonly reach: Reach
}

/** What came of one mailbox at one poll. */
type Visit = { readonly mailbox: Mailbox } & ({ readonly found: Found } | { readonly failure: MailboxFailure })

/**
 * Newsletters in one or more mailboxes (IMAP, RFC 9051). A feed is one sender, looked for in all of them:
 * `mailto:letter@publisher.example`. Mailboxes are only examined: no letter is marked as read, moved or deleted. Each poll reads what came
 * since the last; where the server has numbered a mailbox anew, the last month again, and entries are known by their `Message-ID`.
 * Mailboxes do not wait for each other: one that cannot be read is named in the outcome, is left alone for a while by all senders, and is
 * read on later from where it ended. Only where none can be read does the poll fail. What was read before a server broke off is kept; a
 * letter at which it breaks off three times is set aside, and said to be, once a letter behind it could be read.
 */
export function imapClient(mailboxes: readonly Mailbox[]): SourceClient {
  const rests = new Map(mailboxes.map(({ url }) => [url, new MailboxRest()]))
  const stumbles: Stumbles = new Map()
  return {
    poll: (feed, context) =>
      conversation(context, async (talk) => {
        const before = reachesOf(feed.state?.cursor, mailboxes[0]?.url)
        const visits = await Promise.all(
          mailboxes.map((mailbox) =>
            visitUnlessResting(mailbox, feed.url, talk, before[mailbox.url], { rests, stumbles }),
          ),
        )
        const failed = visits.flatMap((visit) => ('failure' in visit ? [visit] : []))
        const retryAfterMs = Math.min(...failed.map(({ failure }) => failure.until)) - context.now()
        const first = failed[0]
        if (first !== undefined && failed.length === mailboxes.length) {
          return { ...talk.failed(first.failure.error), retryAfterMs }
        }
        const reaches = Object.fromEntries(
          visits.flatMap((visit) => {
            const reach = 'found' in visit ? visit.found.reach : before[visit.mailbox.url]
            return reach === undefined ? [] : [[visit.mailbox.url, reach]]
          }),
        )
        const entries = visits.flatMap((visit) => ('found' in visit ? visit.found.entries : []))
        const aside = Object.values(reaches).flatMap(asideInWords)
        const error = [...failed.map((visit) => failureInWords(visit, mailboxes, talk)), ...aside].join('; ')
        return {
          ...talk.read({ authors: [], entries, isSalvaged: false }, { cursor: JSON.stringify({ mailboxes: reaches }) }),
          unread: error === '' ? undefined : { error, retryAfterMs: failed.length > 0 ? retryAfterMs : DAY_MS },
        }
      }),
  }
}

/** By its place in the setting: two may be at one server, and a user name is not for the readers of the page. */
function failureInWords(
  { mailbox, failure }: Extract<Visit, { failure: MailboxFailure }>,
  mailboxes: readonly Mailbox[],
  talk: Conversation,
): string {
  const place = mailboxes.indexOf(mailbox) + 1
  const { hostname } = new URL(mailbox.url)
  return `mailbox ${place} of ${mailboxes.length} (${hostname}): ${talk.failed(failure.error).error}`
}

function asideInWords({ aside = [] }: Reach): string[] {
  const letters = aside.map(({ uid }) => uid).join(', ')
  return aside.length === 0
    ? []
    : [`set aside, as the mail server broke off at it ${MOST_STUMBLES} times: letter ${letters}`]
}

/** @throws only the signal's reason */
async function visitUnlessResting(
  mailbox: Mailbox,
  feedUrl: string,
  talk: Conversation,
  before: Reach | undefined,
  { rests, stumbles }: { readonly rests: ReadonlyMap<string, MailboxRest>; readonly stumbles: Stumbles },
): Promise<Visit> {
  const rest = rests.get(mailbox.url)!
  const resting = rest.at(talk.context.now())
  if (resting !== undefined) return { mailbox, failure: resting }
  try {
    const found = await visitMailbox(mailbox, feedUrl, talk, before, stumbles)
    rest.answered()
    return { mailbox, found }
  } catch (error) {
    if (talk.context.signal?.aborted) throw talk.context.signal.reason
    return { mailbox, failure: rest.failed(error as Error, talk.context.now()) }
  }
}

/** Opens a mailbox, reads it and hangs up, within its time. */
async function visitMailbox(
  mailbox: Mailbox,
  feedUrl: string,
  talk: Conversation,
  before: Reach | undefined,
  stumbles: Stumbles,
): Promise<Found> {
  const { signal } = talk.context
  // Loaded where a mailbox is read: with its character sets it is a fifth of the thread's code.
  const { ImapFlow } = await import('imapflow')
  const client = new ImapFlow(connectionOptions(mailbox))
  // Without a listener a lost connection would end the program; who waits for an answer is told as well.
  client.on('error', () => undefined)
  let isLate = false
  const hangUp = () => client.close()
  const deadline = setTimeout(() => {
    isLate = true
    hangUp()
  }, mailbox.timeoutMs)
  let isTooMuch = false
  let mostHeard = MAX_ANSWER_BYTES
  const awaitBytes = (most: number) => {
    mostHeard = client.stats().received + most
  }
  const watch = setInterval(() => {
    if (client.stats().received <= mostHeard) return
    isTooMuch = true
    hangUp()
  }, LISTEN_EVERY_MS)
  signal?.addEventListener('abort', hangUp, { once: true })
  try {
    signal?.throwIfAborted()
    const key = `${mailbox.url} ${feedUrl}`
    const stumble: StumbleRecord = {
      last: stumbles.get(key),
      set: (last) => {
        if (last) stumbles.set(key, last)
        else stumbles.delete(key)
      },
    }
    return await readMailbox({ client, awaitBytes }, talk, senderOf(feedUrl), folderOf(mailbox.url), before, stumble)
  } catch (error) {
    if (isTooMuch) throw tooMuch(mailbox.url)
    throw isLate ? new FetchTimeoutError(feedUrl, mailbox.timeoutMs) : inWords(error, mailbox.url)
  } finally {
    clearTimeout(deadline)
    clearInterval(watch)
    signal?.removeEventListener('abort', hangUp)
    hangUp()
  }
}

/** A mail server to which one is listened as far as its answer may be long. */
interface Line {
  readonly client: ImapFlow
  /** Says how long the next answer may be; 2 MB at first. */
  readonly awaitBytes: (most: number) => void
}

interface StumbleRecord {
  readonly last: Stumble | undefined
  set(stumble: Stumble | undefined): void
}

async function readMailbox(
  line: Line,
  talk: Conversation,
  sender: string,
  folder: string,
  before: Reach | undefined,
  stumble: StumbleRecord,
): Promise<Found> {
  const { client } = line
  await client.connect()
  const opened = await client.mailboxOpen(folder, { readOnly: true })
  const uidValidity = String(opened.uidValidity)
  const isSame = before?.uidValidity === uidValidity
  const lastUid = isSame ? before.lastUid : 0
  const now = talk.context.now()
  const range = lastUid > 0 ? { uid: `${lastUid + 1}:*` } : { since: new Date(now - FIRST_REACH_MS) }
  const found = (await client.search({ from: sender, ...range }, { uid: true })) || []
  // `n:*` holds the last letter even where it is older than n.
  const uids = found.filter((uid) => uid > lastUid).sort((a, b) => a - b)
  // A server that is down breaks off at every letter: only one behind it tells whose fault it is.
  const passed = isPassedOver(stumble.last) ? uids.slice(0, -1).find((uid) => uid === stumble.last!.uid) : undefined
  const others = uids.filter((uid) => uid !== passed)
  const { entries, isAll, readUid } = await readLetters(line, talk, sender, others, stumble)
  const isBehind = passed !== undefined && (isAll || readUid > passed)
  // The server is well again: perhaps with that letter too.
  const last = isBehind ? await readLetter(line, talk, sender, passed).catch(() => 'broken' as const) : undefined
  const aside = [
    ...((isSame && before.aside) || []).filter(({ at }) => at > now - FIRST_REACH_MS),
    ...(last === 'broken' ? [{ uid: passed!, at: now }] : []),
  ].slice(-MOST_ASIDE)
  const reach: Reach = {
    uidValidity,
    lastUid: last === 'noRoom' ? passed! - 1 : Math.max(lastUid, isAll ? opened.uidNext - 1 : readUid),
    ...(aside.length > 0 && { aside }),
  }
  return { entries: typeof last === 'object' ? [last, ...entries] : entries, reach }
}

function isPassedOver(last: Stumble | undefined): boolean {
  return last !== undefined && last.failures >= MOST_STUMBLES
}

/** @throws what ended the conversation at the first of the letters; at a later one, those before are read */
async function readLetters(
  line: Line,
  talk: Conversation,
  sender: string,
  uids: readonly number[],
  stumble: StumbleRecord,
) {
  const entries: Entry[] = []
  const some = uids.slice(0, MAX_LETTERS)
  let readUid = 0
  for (const uid of some) {
    try {
      const letter = await readLetter(line, talk, sender, uid)
      if (letter === 'noRoom') return { entries, isAll: false, readUid }
      if (letter) entries.push(letter)
      readUid = uid
    } catch (error) {
      const failures = stumble.last?.uid === uid ? stumble.last.failures + 1 : 1
      // While a letter is passed over, one behind it that fails too says that the server is at fault.
      if (!isPassedOver(stumble.last)) stumble.set({ uid, failures })
      if (readUid === 0) throw error
      return { entries, isAll: false, readUid }
    }
  }
  if (some.length > 0) stumble.set(undefined)
  return { entries, isAll: some.length === uids.length, readUid }
}

/** @returns undefined for a letter that is too large or cannot be read; `noRoom` where it must wait for the next poll */
async function readLetter(
  { client, awaitBytes }: Line,
  talk: Conversation,
  sender: string,
  uid: number,
): Promise<Entry | undefined | 'noRoom'> {
  awaitBytes(MAX_ANSWER_BYTES)
  const size = sizeOf(await client.fetchOne(String(uid), { size: true }, { uid: true }))
  if (size > MAX_LETTER_BYTES) return undefined
  if (talk.bytes + size > MAX_POLL_BYTES || talk.context.hold?.(size) === false) return 'noRoom'
  // The server may say one size and have another: what fills the limit is passed over too.
  const source = { start: 0, maxLength: MAX_LETTER_BYTES }
  awaitBytes(MAX_LETTER_BYTES + MAX_ANSWER_BYTES)
  const letter = await client.fetchOne(String(uid), { source }, { uid: true })
  const bytes = letter ? letter.source : undefined
  if (bytes === undefined) return undefined
  talk.bytes += bytes.length
  return bytes.length < MAX_LETTER_BYTES ? letterFrom(sender, bytes) : undefined
}

/** A letter whose size the server does not say is as large as any. */
function sizeOf(letter: FetchMessageObject | false): number {
  return (letter ? letter.size : undefined) ?? Number.POSITIVE_INFINITY
}

/** @returns what opens the connection; without TLS only to this machine itself */
export function connectionOptions({ url, password, timeoutMs, ca }: Mailbox): ImapFlowOptions {
  const { protocol, hostname, port, username } = new URL(url)
  const secure = protocol === 'imaps:'
  const host = hostname.replace(/^\[|\]$/g, '')
  return {
    host,
    port: Number(port) || (secure ? 993 : 143),
    secure,
    doSTARTTLS: secure || isThisMachine(host) ? undefined : true,
    ...(ca === undefined ? {} : { tls: { ca } }),
    auth: { user: decodeURIComponent(username), pass: password },
    // It would log what is sent, passwords hidden but letters whole.
    logger: false,
    ...{ disableAutoIdle: true, connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs },
  }
}

function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))
}

function folderOf(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1)) || 'INBOX'
}

/** @param first the mailbox that a cursor without names is of: there was one once */
function reachesOf(cursor: string | undefined, first: string | undefined): Reaches {
  const value = parsedJson(cursor)
  const single = reachIn(value)
  if (single !== undefined) return first === undefined ? {} : { [first]: single }
  const named = valueAt(value, 'mailboxes')
  if (!isRecord(named)) return {}
  return Object.fromEntries(
    Object.entries(named).flatMap(([url, written]) => {
      const reach = reachIn(written)
      return reach === undefined ? [] : [[url, reach]]
    }),
  )
}

function reachIn(value: unknown): Reach | undefined {
  const uidValidity = textAt(value, 'uidValidity')
  const lastUid = valueAt(value, 'lastUid')
  if (uidValidity === undefined || !Number.isSafeInteger(lastUid)) return undefined
  const aside = [valueAt(value, 'aside')].flat().flatMap((each) => {
    const [uid, at] = [valueAt(each, 'uid'), valueAt(each, 'at')]
    return Number.isSafeInteger(uid) && Number.isSafeInteger(at) ? [{ uid, at } as Aside] : []
  })
  return { uidValidity, lastUid: lastUid as number, ...(aside.length > 0 && { aside }) }
}

function parsedJson(written: string | undefined): unknown {
  try {
    return JSON.parse(written ?? 'null')
  } catch {
    return undefined
  }
}

function tooMuch(url: string): UnexpectedAnswerError {
  return new UnexpectedAnswerError(`the mail server ${new URL(url).hostname} answers with far more than was asked for`)
}

/** Words of our own: the library's may quote what the server said, and that what it was sent. */
function inWords(error: unknown, url: string): Error {
  if (error instanceof UnexpectedAnswerError) return error
  const { hostname } = new URL(url)
  const fault = error as { authenticationFailed?: boolean; code?: string; mailboxMissing?: boolean }
  if (fault.authenticationFailed) {
    return new UnexpectedAnswerError(
      `the mail server ${hostname} refuses the user name or the password; see the settings imap_url and imap_password`,
    )
  }
  if (fault.mailboxMissing)
    return new UnexpectedAnswerError(`the mail server ${hostname} has no such folder; see the setting imap_url`)
  return new FeedUnreachableError(hostname, fault.code ?? 'the mail server broke off', error)
}
