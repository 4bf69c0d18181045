import type { FetchMessageObject } from 'imapflow'
import { DAY_MS } from '../../lib/instant.ts'
import type { Entry } from '../types.ts'
import type { Conversation } from './answers.ts'
import { letterFrom, MAX_LETTER_BYTES } from './letter.ts'
import { type Line, MAX_ANSWER_BYTES } from './mailbox.ts'
import type { Reach } from './mailbox-reach.ts'

/** Letters read in one poll, oldest first; what is left comes with the next. */
const MAX_LETTERS = 50
/** Of one poll's letters in all: they are in memory at once. */
const MAX_POLL_BYTES = 12_000_000
/** Times that a server may break off at one letter before those behind it are read without it. */
export const MOST_STUMBLES = 3
/** Letters set aside that are remembered of one sender. */
const MOST_ASIDE = 20
/** A mailbox never read begins this far back. */
const FIRST_REACH_MS = 30 * DAY_MS

/** The letter at which a server broke off, and how often in a row. */
export interface Stumble {
  readonly uid: number
  readonly failures: number
}

/** The last stumble over letters of one sender in one mailbox. */
export interface StumbleRecord {
  readonly last: Stumble | undefined
  set(stumble: Stumble | undefined): void
}

/** What a mailbox has of one sender since it was last read. */
export interface Found {
  readonly entries: readonly Entry[]
  readonly reach: Reach
}

/**
 * Reads what one sender sent since the mailbox was last read, oldest first, at most 50 letters.
 *
 * @throws what ended the conversation before anything was read
 */
export async function readMailbox(
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
