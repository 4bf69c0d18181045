import { DAY_MS } from '../../lib/instant.ts'
import { type Conversation, conversation } from './answers.ts'
import type { SourceClient } from './client.ts'
import { senderOf } from './letter.ts'
import { folderOf, type Mailbox, withLine } from './mailbox.ts'
import { type Reach, reachesOf } from './mailbox-reach.ts'
import { type MailboxFailure, MailboxRest } from './mailbox-rest.ts'
import { type Found, MOST_STUMBLES, readMailbox, type Stumble, type StumbleRecord } from './read-mailbox.ts'

/** Stumbles by mailbox and sender. They are lost at a restart; the letter is then tried three more times. */
type Stumbles = Map<string, Stumble>

/** The result of reading one mailbox in one poll. */
type Visit = { readonly mailbox: Mailbox } & ({ readonly found: Found } | { readonly failure: MailboxFailure })

/**
 * Creates a client for newsletters in one or more mailboxes (IMAP, RFC 9051). A feed is one sender, searched for in all of them:
 * `mailto:letter@publisher.example`. Mailboxes are opened read-only: no letter is marked as read, moved or deleted. Each poll reads what
 * came since the last; where the server has renumbered a mailbox (UIDVALIDITY), it reads the last month again, and entries are recognised
 * by their `Message-ID`.
 *
 * Mailboxes are independent: one that cannot be read is named in the outcome, rests for a while for all senders, and is later read on from
 * where it ended. The poll fails only where none can be read. What was read before a server broke off is kept. A letter at which it breaks
 * off three times is set aside, and the outcome says so, once a later letter could be read.
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

/** Names the mailbox by its place in the setting: two may be at one server, and readers of the page must not see a user name. */
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
    const found = await withLine(mailbox, feedUrl, talk.context.signal, (line) =>
      readMailbox(
        line,
        talk,
        senderOf(feedUrl),
        folderOf(mailbox.url),
        before,
        stumbleRecord(stumbles, `${mailbox.url} ${feedUrl}`),
      ),
    )
    rest.answered()
    return { mailbox, found }
  } catch (error) {
    if (talk.context.signal?.aborted) throw talk.context.signal.reason
    return { mailbox, failure: rest.failed(error as Error, talk.context.now()) }
  }
}

function stumbleRecord(stumbles: Stumbles, key: string): StumbleRecord {
  return {
    last: stumbles.get(key),
    set: (last) => {
      if (last) stumbles.set(key, last)
      else stumbles.delete(key)
    },
  }
}
