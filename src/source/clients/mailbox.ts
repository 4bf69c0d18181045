import { isIP } from 'node:net'
import type { ImapFlow, ImapFlowOptions } from 'imapflow'
import { FeedUnreachableError, FetchTimeoutError } from '../fetch-errors.ts'
import { UnexpectedAnswerError } from './answers.ts'

/** Limit of one answer; the list of 100,000 letters is half as long. A server that never stopped filled 90 MB of memory a second. */
export const MAX_ANSWER_BYTES = 2_000_000
const LISTEN_EVERY_MS = 50

export interface Mailbox {
  /** `imaps://user@host:993/Folder`, or `imap://…` for STARTTLS. */
  readonly url: string
  readonly password: string
  readonly timeoutMs: number
  /** Certificates (PEM) trusted for the server, in place of the public authorities. */
  readonly ca?: string
}

/** A connection to a mail server, with a limit on the length of its answers. */
export interface Line {
  readonly client: ImapFlow
  /** Sets how long the next answer may be, in bytes; 2 MB at first. */
  readonly awaitBytes: (most: number) => void
}

/**
 * Connects to a mail server for as long as `use` takes.
 *
 * @param feedUrl the feed whose letters are searched for, for error messages
 * @throws FetchTimeoutError, UnexpectedAnswerError, FeedUnreachableError, or what `use` throws
 */
export async function withLine<T>(
  mailbox: Mailbox,
  feedUrl: string,
  signal: AbortSignal | undefined,
  use: (line: Line) => Promise<T>,
): Promise<T> {
  // Loaded only when a mailbox is read: with its character sets it is a fifth of the thread's code.
  const { ImapFlow } = await import('imapflow')
  const client = new ImapFlow(connectionOptions(mailbox))
  // Without a listener a lost connection would end the program; pending commands reject all the same.
  client.on('error', () => undefined)
  const hangUp = () => client.close()
  let isLate = false
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
    return await use({ client, awaitBytes })
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

/** @returns the options of the connection, which is without TLS only to this machine itself */
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
    // The library would log what is sent: passwords hidden, but letters in full.
    logger: false,
    ...{ disableAutoIdle: true, connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs },
  }
}

function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))
}

/** @returns the folder that an address names, `INBOX` where it names none */
export function folderOf(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1)) || 'INBOX'
}

function tooMuch(url: string): UnexpectedAnswerError {
  return new UnexpectedAnswerError(`the mail server ${new URL(url).hostname} answers with far more than was asked for`)
}

/** Replaces the library's message: it may quote the server, and the server what it was sent. */
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
