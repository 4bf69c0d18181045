import { cookieOf } from '../http/preferences.ts'
import { readHiddenWords } from './hidden-words.ts'

const COOKIE = 'hidden'
const YEAR_SECONDS = 31_536_000
/** Base64url of at most 400 characters of up to three bytes each. */
const FORM = /^[\w-]{1,1600}$/

/** @returns the hidden words in a reader's cookie; none if it is malformed */
export function hiddenIn(cookieHeader: string | undefined): readonly string[] {
  const written = cookieOf(cookieHeader, COOKIE, { form: FORM })
  return written === undefined ? [] : readHiddenWords(Buffer.from(written, 'base64url').toString('utf8')).words
}

/** Returns the `Set-Cookie` value that keeps the words for a year; an empty list removes the cookie. */
export function hiddenCookie(words: readonly string[]): string {
  const value = Buffer.from(words.join('\n')).toString('base64url')
  return `${COOKIE}=${value}; Path=/; Max-Age=${words.length === 0 ? 0 : YEAR_SECONDS}; SameSite=Lax; HttpOnly`
}
