import { cookieOf } from '../http/preferences.ts'
import { readHiddenWords } from './hidden-words.ts'

const COOKIE = 'hidden'
const YEAR_SECONDS = 31_536_000
/** Base64url of 400 characters, of three bytes at most. */
const FORM = /^[\w-]{1,1600}$/

/** @returns the words that a reader keeps in their browser; none where the cookie is not as we wrote it */
export function hiddenIn(cookieHeader: string | undefined): readonly string[] {
  const written = cookieOf(cookieHeader, COOKIE, { form: FORM })
  return written === undefined ? [] : readHiddenWords(Buffer.from(written, 'base64url').toString('utf8')).words
}

/** Kept for a year by the reader's browser alone; an empty list leaves nothing there. */
export function hiddenCookie(words: readonly string[]): string {
  const value = Buffer.from(words.join('\n')).toString('base64url')
  return `${COOKIE}=${value}; Path=/; Max-Age=${words.length === 0 ? 0 : YEAR_SECONDS}; SameSite=Lax; HttpOnly`
}
