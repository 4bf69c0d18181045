import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { compareText } from '../../lib/compare-text.ts'
import { parsedJson } from '../../lib/parsed-json.ts'
import { isRecord, textAt } from '../json-value.ts'
import type { Entry } from '../types.ts'
import { conversation, UnexpectedAnswerError } from './answers.ts'
import type { SourceClient } from './client.ts'
import { letterFrom, MAX_LETTER_BYTES, senderOf } from './letter.ts'

/** Maximum number of letters read in one poll, in the order in which they came; the rest comes with the next. */
const MAX_LETTERS = 200
/** Limit of one poll's letters together, which are in memory at once. */
const MAX_POLL_BYTES = 12_000_000

interface File {
  readonly name: string
  /** When it was last put there, moved or written (`ctime`); its `mtime` may be the date of the letter. */
  readonly at: number
}

/**
 * Creates a client for newsletters as `.eml` files (RFC 5322) in a folder, where a mail program or server drops them. A feed is one
 * sender: `mailto:letter@publisher.example`. Each letter is an entry with its `Message-ID` as id. A poll continues after the last file
 * of the one before, so that a thousand letters dropped at once are all read, some at each poll.
 *
 * @param folder undefined where no folder is set: every poll then fails and says so
 */
export function mailClient(folder: string | undefined): SourceClient {
  return {
    poll: (feed, context) =>
      conversation(context, async (talk) => {
        if (!folder) throw new UnexpectedAnswerError('no mailbox is set; see the settings mail_folder and imap_url')
        const sender = senderOf(feed.url)
        const entries: Entry[] = []
        let last = lastFile(feed.state?.cursor)
        for (const file of await lettersAfter(folder, last)) {
          const bytes = await readFile(join(folder, file.name)).catch(() => undefined)
          if (bytes !== undefined) {
            if (talk.bytes + bytes.length > MAX_POLL_BYTES || context.hold?.(bytes.length) === false) break
            talk.bytes += bytes.length
            const entry = await letterFrom(sender, bytes)
            if (entry) entries.push(entry)
          }
          last = file
        }
        const cursor = last && JSON.stringify(last)
        return talk.read({ authors: [], entries, isSalvaged: false }, { cursor })
      }),
  }
}

function lastFile(cursor: string | undefined): File | undefined {
  const value = parsedJson(cursor ?? 'null')
  const name = textAt(value, 'name')
  const at = isRecord(value) ? value.at : undefined
  return name !== undefined && typeof at === 'number' && Number.isFinite(at) ? { name, at } : undefined
}

/** @throws UnexpectedAnswerError where the folder cannot be read */
async function lettersAfter(folder: string, last: File | undefined): Promise<readonly File[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    throw new UnexpectedAnswerError(`the folder of letters cannot be read (${error.code ?? 'unknown'})`)
  })
  const letters: File[] = []
  for (const name of names.filter((each) => /\.eml$/i.test(each))) {
    const found = await stat(join(folder, name)).catch(() => undefined)
    if (!found?.isFile() || found.size > MAX_LETTER_BYTES) continue
    const file = { name, at: found.ctimeMs }
    if (last === undefined || inOrder(last, file) < 0) letters.push(file)
  }
  return letters.sort(inOrder).slice(0, MAX_LETTERS)
}

function inOrder(a: File, b: File): number {
  return a.at - b.at || compareText(a.name, b.name)
}
