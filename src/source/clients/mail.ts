import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import PostalMime, { type Email } from 'postal-mime'
import { escapeHtml } from '../../lib/escape-html.ts'
import type { Entry } from '../types.ts'
import { conversation, UnexpectedAnswerError } from './answers.ts'
import type { SourceClient } from './client.ts'

/** Letters read in one poll: the newest. A folder keeps what it has; older letters were read before. */
const MAX_LETTERS = 200
/** A newsletter with its pictures; larger files are passed over. */
const MAX_LETTER_BYTES = 10_000_000
/** Hosts of links by which a reader is known again, or taken off the list: they are no part of the news. */
const PERSONAL_LINK = /unsubscribe|optout|opt-out|list-manage|preferences|email_settings/i

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
        if (!folder) throw new UnexpectedAnswerError('no folder of letters is set; see the setting mail_folder')
        const sender = feed.url.slice('mailto:'.length).toLowerCase()
        const entries: Entry[] = []
        for (const file of await newestLetters(folder)) {
          const bytes = await readFile(join(folder, file))
          talk.bytes += bytes.length
          const letter = await PostalMime.parse(bytes).catch(() => undefined)
          if (letter?.from?.address?.toLowerCase() === sender) entries.push(letterEntry(letter, bytes))
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

function letterEntry(letter: Email, bytes: Uint8Array): Entry {
  const id = letter.messageId ?? `sha256:${createHash('sha256').update(bytes).digest('hex')}`
  return {
    id,
    link: webAddress(letter),
    title: letter.subject,
    content: letter.html ?? paragraphs(letter.text),
    authors: letter.from?.name ? [letter.from.name] : [],
    published: letter.date,
    categories: [],
    enclosures: [],
  }
}

/** The letter's own page: `Archived-At` (RFC 5064), or the link that says "view in browser". */
function webAddress(letter: Email): string | undefined {
  const archived = letter.headers.find(({ key }) => key === 'archived-at')?.value.replace(/^<|>$/g, '')
  const shown =
    /<a\b[^>]{0,2000}?\bhref="(https?:\/\/[^"]{1,2000})"[^>]{0,2000}>[^<]{0,40}(?:browser|online|web version|ブラウザ|瀏覽器|浏览器)/i.exec(
      letter.html?.slice(0, 50_000) ?? '',
    )?.[1]
  const address = archived ?? shown?.replaceAll('&amp;', '&')
  const isPage = address !== undefined && /^https?:\/\//.test(address) && URL.canParse(address)
  return isPage && !PERSONAL_LINK.test(address) ? address : undefined
}

function paragraphs(text: string | undefined): string | undefined {
  return text
    ?.split(/\n\s*\n/)
    .map((paragraph) => `<p>${escapeHtml(paragraph.trim()).replaceAll('\n', '<br>')}</p>`)
    .join('')
}
