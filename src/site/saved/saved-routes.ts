import type { Context, Hono } from 'hono'
import type { StoryRecord } from '../../store/story-types.ts'
import type { Store } from '../../store/types.ts'
import type { SiteDeps } from '../deps.ts'
import type { SendPrivate } from '../forms/reader-forms.ts'
import { isSameOrigin, readForm } from '../http/form-guard.ts'
import { recordNumber } from '../http/record-number.ts'
import { NoticePage } from '../pages/notice.tsx'
import { SavedPage } from '../pages/saved.tsx'
import { paths } from '../paths.ts'
import { answer } from '../respond.ts'
import { readList, savedCookie, savedIn, withSaved, writeList } from './saved-list.ts'

/** A reader's list of stories. */
export interface SavedView {
  readonly page: 'saved'
  readonly stories: readonly StoryRecord[]
  /** As the list has them; merged ones are followed. */
  readonly ids: readonly number[]
  /** Stories of the list that are no more, or are held back. */
  readonly missing: number
  /** It came by an address and is not (yet) the reader's own. */
  readonly isForeign: boolean
}

/**
 * The stories that a reader saved: a cookie of their numbers, so that it needs no account and no script, and nobody else has the list. Its
 * address carries it to another browser.
 */
export function addSavedStories(app: Hono, { store }: SiteDeps, send: SendPrivate): void {
  app.get(paths.saved, async (c) => {
    const written = c.req.query('s')
    const own = savedIn(c.req.header('cookie'))
    const ids = written === undefined ? own : readList(written)
    const isForeign = written !== undefined && ids.some((id) => !own.includes(id))
    return send(c, answer(await savedView(store, ids, isForeign), SavedPage))
  })

  app.post(paths.saved, async (c) => {
    const form = await readForm(c)
    const act = form?.text('act')
    // It changes nothing but the reader's own cookie; another site must not even do that.
    if (form === undefined || !isSameOrigin(c)) return refused(c, send)
    const own = savedIn(c.req.header('cookie'))
    const id = recordNumber(form.text('story'))
    if (act === 'keep') return changed(c, [...readList(form.text('list')), ...own], paths.saved)
    if (act === 'empty') return changed(c, [], paths.saved)
    if (id === undefined || (act !== 'save' && act !== 'remove')) return refused(c, send)
    const next = form.text('from') === 'list' ? paths.saved : `${paths.storyById(id)}#saved`
    return changed(c, withSaved(own, id, act === 'save'), next)
  })
}

function changed(c: Context, ids: readonly number[], next: string): Response {
  c.header('Set-Cookie', savedCookie(readList(writeList(ids))))
  c.header('Cache-Control', 'private, no-store')
  return c.redirect(next, 303)
}

function refused(c: Context, send: SendPrivate): Promise<Response> {
  return send(c, answer({ page: 'notice', status: 400, what: 'request' } as const, NoticePage, 400))
}

async function savedView(store: Store, ids: readonly number[], isForeign: boolean): Promise<SavedView> {
  const found = await Promise.all(ids.map((id) => lastOf(store, id)))
  const stories = new Map(found.flatMap((story) => (story ? [[story.id, story]] : [])))
  const missing = found.filter((story) => story === undefined).length
  return { page: 'saved', stories: [...stories.values()], ids, missing, isForeign }
}

/** The story that a number leads to today. */
async function lastOf(store: Store, id: number): Promise<StoryRecord | undefined> {
  const found = await store.story(id)
  if (found?.type === 'moved') return lastOf(store, found.into)
  return found?.type === 'story' && found.story.state !== 'held' ? found.story : undefined
}
