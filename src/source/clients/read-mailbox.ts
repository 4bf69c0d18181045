import type { FetchMessageObject } from 'imapflow'
import { DAY_MS } from '../../lib/instant.ts'
import type { Entry } from '../types.ts'
import type { Conversation } from './answers.ts'
import { letterFrom, MAX_LETTER_BYTES } from './letter.ts'
import { type Line, MAX_ANSWER_BYTES } from './mailbox.ts'
import type { Reach } from './mailbox-reach.ts'

/** Maximum number of letters read in one poll, oldest first; the rest comes with the next. */
const MAX_LETTERS = 50
/** Limit of one poll's letters together, which are in memory at once. */
const MAX_POLL_BYTES = 12_000_000
/** Times in a row that a server may break off at a letter before those after it are read without it. */
export const MOST_STUMBLES = 3
/** Maximum number of letters set aside that are remembered of one sender. */
const MOST_ASIDE = 20
/** How far back a mailbox is read that was never read before. */
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

/** The letters of one sender since a mailbox was last read, and how far it is read now. */
export interface Found {
  readonly entries: readonly Entry[]
  readonly reach: Reach
}

/**
 * Reads what one sender sent since the mailbox was last read, oldest first, at most 50 letters.
 *
 * @throws what ended the connection, where nothing was read before
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
  // `n:*` matches the last letter even where it is older than n.
  const uids = found.filter((uid) => uid > lastUid).sort((a, b) => a - b)
  // A server that is down breaks off at every letter: only if a later one can be read is the letter at fault.
  const passed = isPassedOver(stumble.last) ? uids.slice(0, -1).find((uid) => uid === stumble.last!.uid) : undefined
  const others = uids.filter((uid) => uid !== passed)
  const { entries, isAll, readUid } = await readLetters(line, talk, sender, others, stumble)
  const isBehind = passed !== undefined && (isAll || readUid > passed)
  // The server works again, perhaps for that letter too.
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

/** @throws what ended the connection at the first letter; where that is a later one, those before it are returned */
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
      // While a letter is passed over, the failure of a later one shows that the server is at fault.
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
  // The server may state a wrong size, so a letter that fills the limit is skipped too.
  const source = { start: 0, maxLength: MAX_LETTER_BYTES }
  awaitBytes(MAX_LETTER_BYTES + MAX_ANSWER_BYTES)
  const letter = await client.fetchOne(String(uid), { source }, { uid: true })
  const bytes = letter ? letter.source : undefined
  if (bytes === undefined) return undefined
  talk.bytes += bytes.length
  return bytes.length < MAX_LETTER_BYTES ? letterFrom(sender, bytes) : undefined
}

/** Returns the size of a letter; infinite where the server does not state it. */
function sizeOf(letter: FetchMessageObject | false): number {
  return (letter ? letter.size : undefined) ?? Number.POSITIVE_INFINITY
}
