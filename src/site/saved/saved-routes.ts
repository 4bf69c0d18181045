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
import { type SavedChanges, savedChanges } from './saved-changes.ts'
import { readList, type Saved, savedCookie, savedIn, withSaved } from './saved-list.ts'

/** A reader's list of saved stories. */
export interface SavedView {
  readonly page: 'saved'
  readonly stories: readonly StoryRecord[]
  /** Ids as stored in the list, before merges. */
  readonly ids: readonly number[]
  /** By current story id: changes that the reader has not seen. Empty for a foreign list. */
  readonly changes: ReadonlyMap<number, SavedChanges>
  /** Number of stories in the list that were removed or are held. */
  readonly missing: number
  /** Whether the list came in an address and holds stories that the reader has not saved. */
  readonly isForeign: boolean
}

/**
 * Adds the page of saved stories. The list is in a cookie only, so it needs no account or script, and the server does not store it.
 * An address can carry it to another browser.
 */
export function addSavedStories(app: Hono, { store }: SiteDeps, send: SendPrivate): void {
  app.get(paths.saved, async (c) => {
    const written = c.req.query('s')
    const own = savedIn(c.req.header('cookie'))
    const list = written === undefined ? own : readList(written)
    const isForeign = written !== undefined && list.some(({ id }) => !own.some((each) => each.id === id))
    return send(c, answer(await savedView(store, list, isForeign), SavedPage))
  })

  app.post(paths.saved, async (c) => {
    const form = await readForm(c)
    // Requests of other sites must not change a reader's list.
    if (form === undefined || !isSameOrigin(c)) return refused(c, send)
    const own = savedIn(c.req.header('cookie'))
    const [newest] = await store.events({ limit: 1, newestFirst: true })
    const seenNow = (list: readonly { readonly id: number }[]) => list.map(({ id }) => ({ id, seq: newest?.seq ?? 0 }))
    const act = form.text('act')
    if (act === 'keep') return changed(c, withSaved(own, seenNow(readList(form.text('list'))), true), paths.saved)
    if (act === 'seen') return changed(c, seenNow(own), paths.saved)
    if (act === 'empty') return changed(c, [], paths.saved)
    const isSaved = form.text('save') !== ''
    const id = recordNumber(form.text(isSaved ? 'save' : 'remove'))
    if (!id) return refused(c, send)
    return changed(c, withSaved(own, seenNow([{ id }]), isSaved), wayBack(form.text('from'), id))
  })
}

/** Returns where to redirect: the page with the button, at the story; or the story's page if `from` is not an address of this site. */
function wayBack(from: string, id: number): string {
  const own = 'http://own.invalid'
  const url = URL.canParse(from, own) ? new URL(from, own) : undefined
  const isOurs = url?.origin === own && from.startsWith('/') && !url.pathname.startsWith('//')
  return isOurs ? `${url.pathname}${url.search}#s${id}` : `${paths.storyById(id)}#saved`
}

function changed(c: Context, list: readonly Saved[], next: string): Response {
  c.header('Set-Cookie', savedCookie(list))
  c.header('Cache-Control', 'private, no-store')
  return c.redirect(next, 303)
}

function refused(c: Context, send: SendPrivate): Promise<Response> {
  return send(c, answer({ page: 'notice', status: 400, what: 'request' } as const, NoticePage, 400))
}

async function savedView(store: Store, list: readonly Saved[], isForeign: boolean): Promise<SavedView> {
  const today = await store.storiesNow(list.map(({ id }) => id))
  const found = list.map(({ id, seq }) => ({ story: readable(today.get(id)), seq }))
  const stories = new Map(found.flatMap(({ story }) => (story ? [[story.id, story] as const] : [])))
  const shown = found.flatMap(({ story, seq }) => (story ? [{ id: story.id, seq }] : []))
  return {
    page: 'saved',
    stories: [...stories.values()],
    ids: list.map(({ id }) => id),
    changes: isForeign ? new Map() : await savedChanges(store, shown),
    missing: found.filter(({ story }) => story === undefined).length,
    isForeign,
  }
}

/** Leaves out held stories, which nobody may see. */
function readable(story: StoryRecord | undefined): StoryRecord | undefined {
  return story?.state === 'held' ? undefined : story
}
