import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Entry } from '../types.ts'
import { conversation, UnexpectedAnswerError } from './answers.ts'
import type { SourceClient } from './client.ts'
import { letterFrom, MAX_LETTER_BYTES, senderOf } from './letter.ts'

/** Letters read in one poll: the newest. A folder keeps what it has; older letters were read before. */
const MAX_LETTERS = 200
/** Of one poll's letters in all: they are in memory at once. */
const MAX_POLL_BYTES = 30_000_000

/**
 * Newsletters as `.eml` files (RFC 5322) in a folder, where a mail program or server drops them. A feed is one sender:
 * `mailto:letter@publisher.example`. Each letter is an entry under its `Message-ID`.
 *
 * @param folder undefined where no folder is set: every poll says so
 */
export function mailClient(folder: string | undefined): SourceClient {
  return {
    poll: (feed, context) =>
      conversation(feed, context, async (talk) => {
        if (!folder) throw new UnexpectedAnswerError('no mailbox is set; see the settings mail_folder and imap_url')
        const sender = senderOf(feed.url)
        const entries: Entry[] = []
        for (const file of await newestLetters(folder)) {
          const bytes = await readFile(join(folder, file))
          if (talk.bytes + bytes.length > MAX_POLL_BYTES) break
          talk.bytes += bytes.length
          const entry = await letterFrom(sender, bytes)
          if (entry) entries.push(entry)
        }
        return talk.read({ authors: [], entries, isSalvaged: false })
      }),
  }
}

/** @throws UnexpectedAnswerError where the folder cannot be read */
async function newestLetters(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    throw new UnexpectedAnswerError(`the folder of letters cannot be read (${error.code ?? 'unknown'})`)
  })
  const letters: { readonly name: string; readonly at: number }[] = []
  for (const name of names.filter((each) => /\.eml$/i.test(each))) {
    const file = await stat(join(folder, name)).catch(() => undefined)
    if (file?.isFile() && file.size <= MAX_LETTER_BYTES) letters.push({ name, at: file.mtimeMs })
  }
  return letters
    .sort((a, b) => b.at - a.at)
    .slice(0, MAX_LETTERS)
    .map(({ name }) => name)
}
