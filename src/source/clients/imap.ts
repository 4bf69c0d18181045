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
}

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
 * read on later from where it ended. Only where none can be read does the poll fail.
 */
export function imapClient(mailboxes: readonly Mailbox[]): SourceClient {
  const rests = new Map(mailboxes.map(({ url }) => [url, new MailboxRest()]))
  return {
    poll: (feed, context) =>
      conversation(context, async (talk) => {
        const before = reachesOf(feed.state?.cursor, mailboxes[0]?.url)
        const visits = await Promise.all(
          mailboxes.map((mailbox) => visitUnlessResting(mailbox, feed.url, talk, before[mailbox.url], rests)),
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
        const error = failed.map((visit) => failureInWords(visit, mailboxes, talk)).join('; ')
        return {
          ...talk.read({ authors: [], entries, isSalvaged: false }, { cursor: JSON.stringify({ mailboxes: reaches }) }),
          unread: failed.length === 0 ? undefined : { error, retryAfterMs },
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

/** @throws only the signal's reason */
async function visitUnlessResting(
  mailbox: Mailbox,
  feedUrl: string,
  talk: Conversation,
  before: Reach | undefined,
  rests: ReadonlyMap<string, MailboxRest>,
): Promise<Visit> {
  const rest = rests.get(mailbox.url)!
  const resting = rest.at(talk.context.now())
  if (resting !== undefined) return { mailbox, failure: resting }
  try {
    const found = await visitMailbox(mailbox, feedUrl, talk, before)
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
    return await readMailbox({ client, awaitBytes }, talk, senderOf(feedUrl), folderOf(mailbox.url), before)
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

async function readMailbox(line: Line, talk: Conversation, sender: string, folder: string, before: Reach | undefined) {
  const { client } = line
  await client.connect()
  const opened = await client.mailboxOpen(folder, { readOnly: true })
  const uidValidity = String(opened.uidValidity)
  const lastUid = before?.uidValidity === uidValidity ? before.lastUid : 0
  const range = lastUid > 0 ? { uid: `${lastUid + 1}:*` } : { since: new Date(talk.context.now() - FIRST_REACH_MS) }
  const found = (await client.search({ from: sender, ...range }, { uid: true })) || []
  // `n:*` holds the last letter even where it is older than n.
  const uids = found.filter((uid) => uid > lastUid).sort((a, b) => a - b)
  const { entries, isAll, readUid } = await readLetters(line, talk, sender, uids)
  const reach: Reach = {
    uidValidity,
    lastUid: isAll ? Math.max(lastUid, opened.uidNext - 1) : Math.max(lastUid, readUid),
  }
  return { entries, reach }
}

async function readLetters({ client, awaitBytes }: Line, talk: Conversation, sender: string, uids: readonly number[]) {
  const entries: Entry[] = []
  const some = uids.slice(0, MAX_LETTERS)
  let readUid = 0
  for (const uid of some) {
    awaitBytes(MAX_ANSWER_BYTES)
    const size = await client.fetchOne(String(uid), { size: true }, { uid: true })
    if (sizeOf(size) <= MAX_LETTER_BYTES && talk.bytes + sizeOf(size) > MAX_POLL_BYTES) {
      return { entries, isAll: false, readUid }
    }
    if (sizeOf(size) <= MAX_LETTER_BYTES && talk.context.hold?.(sizeOf(size)) === false) {
      return { entries, isAll: false, readUid }
    }
    readUid = uid
    if (sizeOf(size) > MAX_LETTER_BYTES) continue
    // The server may say one size and have another: what fills the limit is passed over too.
    const source = { start: 0, maxLength: MAX_LETTER_BYTES }
    awaitBytes(MAX_LETTER_BYTES + MAX_ANSWER_BYTES)
    const letter = await client.fetchOne(String(uid), { source }, { uid: true })
    const bytes = letter ? letter.source : undefined
    if (bytes === undefined) continue
    talk.bytes += bytes.length
    const entry = bytes.length < MAX_LETTER_BYTES ? await letterFrom(sender, bytes) : undefined
    if (entry) entries.push(entry)
  }
  return { entries, isAll: some.length === uids.length, readUid }
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
  return { uidValidity, lastUid: lastUid as number }
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
