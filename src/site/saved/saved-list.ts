import { cookieOf } from '../http/preferences.ts'
import { recordNumber } from '../http/record-number.ts'

/** A story of a reader's list. */
export interface Saved {
  readonly id: number
  /** Number of the newest event when it was saved, or its changes were last seen; undefined where the list came by an address. */
  readonly seq?: number
}

/** Stories that a list holds: their numbers must fit into a cookie with room for others. */
export const MOST_SAVED = 100
/** Of a list as written: the numbers of a hundred stories of a site that has told a hundred million, and of as many events. */
const MAX_LENGTH = 2_200
const COOKIE = 'saved'
const YEAR_SECONDS = 31_536_000

/** @returns the stories that a reader saved, newest first, from their cookies */
export function savedIn(cookieHeader: string | undefined): readonly Saved[] {
  return readList(cookieOf(cookieHeader, COOKIE, { form: /^.+$/ }))
}

/** Reads `12.4711-7-135.4690`, numbers of stories and of events; what is no number of a story is passed over. */
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

/** Puts stories first, or takes them off; of a full list the oldest fall out. */
export function withSaved(list: readonly Saved[], changed: readonly Saved[], isSaved: boolean): readonly Saved[] {
  const ids = new Set(changed.map(({ id }) => id))
  const others = list.filter(({ id }) => !ids.has(id))
  return (isSaved ? [...changed, ...others] : others).slice(0, MOST_SAVED)
}

/** Kept for a year by the reader's browser alone; an empty list leaves nothing there. */
export function savedCookie(list: readonly Saved[]): string {
  const age = list.length === 0 ? 0 : YEAR_SECONDS
  return `${COOKIE}=${writeList(list)}; Path=/; Max-Age=${age}; SameSite=Lax; HttpOnly`
}
