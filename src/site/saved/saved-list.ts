import { cookieOf } from '../http/preferences.ts'
import { recordNumber } from '../http/record-number.ts'

/** Stories that a list holds: their numbers must fit into a cookie with room for others. */
export const MOST_SAVED = 100
/** Of a list as written: the numbers of a hundred stories of a site that has told a hundred million. */
const MAX_LENGTH = 1_000
const COOKIE = 'saved'
const YEAR_SECONDS = 31_536_000

/** @returns the stories that a reader saved, newest first, from their cookies */
export function savedIn(cookieHeader: string | undefined): readonly number[] {
  return readList(cookieOf(cookieHeader, COOKIE, { within: 8_192, form: /^.+$/ }))
}

/** Reads `12-7-135`; what is no number of a story is passed over. */
export function readList(written: string | undefined): readonly number[] {
  const ids = (written?.slice(0, MAX_LENGTH) ?? '').split('-').flatMap((each) => recordNumber(each) || [])
  return [...new Set(ids)].slice(0, MOST_SAVED)
}

export function writeList(ids: readonly number[]): string {
  return ids.join('-')
}

/** Puts a story first, or takes it off; of a full list the oldest falls out. */
export function withSaved(ids: readonly number[], id: number, isSaved: boolean): readonly number[] {
  const others = ids.filter((each) => each !== id)
  return (isSaved ? [id, ...others] : others).slice(0, MOST_SAVED)
}

/** Kept for a year by the reader's browser alone; an empty list leaves nothing there. */
export function savedCookie(ids: readonly number[]): string {
  const age = ids.length === 0 ? 0 : YEAR_SECONDS
  return `${COOKIE}=${writeList(ids)}; Path=/; Max-Age=${age}; SameSite=Lax; HttpOnly`
}
