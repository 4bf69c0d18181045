import { cookieOf } from '../http/preferences.ts'
import { recordNumber } from '../http/record-number.ts'

/** A story in a reader's list. */
export interface Saved {
  readonly id: number
  /** Number of the newest event when it was saved or its changes were last seen; undefined if the address gave none. */
  readonly seq?: number
}

/** Maximum length of a list: its cookie must leave room for others. */
export const MOST_SAVED = 100
/** Maximum characters of a written list, for a hundred story ids and event numbers of up to ten digits each. */
const MAX_LENGTH = 2_200
const COOKIE = 'saved'
const YEAR_SECONDS = 31_536_000

/** @returns the stories in a reader's cookie, newest first */
export function savedIn(cookieHeader: string | undefined): readonly Saved[] {
  return readList(cookieOf(cookieHeader, COOKIE, { form: /^.+$/ }))
}

/** Parses `12.4711-7-135.4690`: story ids with optional event numbers. Entries without a valid id are skipped. */
export function readList(written: string | undefined): readonly Saved[] {
  const byId = new Map<number, Saved>()
  for (const each of written?.slice(0, MAX_LENGTH).split('-') ?? []) {
    const [story, event] = each.split('.', 2)
    const id = recordNumber(story)
    if (id && !byId.has(id)) byId.set(id, { id, seq: recordNumber(event) })
  }
  return [...byId.values()].slice(0, MOST_SAVED)
}

export function writeList(list: readonly Saved[]): string {
  return list.map(({ id, seq }) => (seq === undefined ? id : `${id}.${seq}`)).join('-')
}

/** Moves stories to the front of a list or removes them; a full list drops its oldest. */
export function withSaved(list: readonly Saved[], changed: readonly Saved[], isSaved: boolean): readonly Saved[] {
  const ids = new Set(changed.map(({ id }) => id))
  const others = list.filter(({ id }) => !ids.has(id))
  return (isSaved ? [...changed, ...others] : others).slice(0, MOST_SAVED)
}

/** Returns the `Set-Cookie` value that stores a list for a year; an empty list deletes the cookie. */
export function savedCookie(list: readonly Saved[]): string {
  const age = list.length === 0 ? 0 : YEAR_SECONDS
  return `${COOKIE}=${writeList(list)}; Path=/; Max-Age=${age}; SameSite=Lax; HttpOnly`
}
