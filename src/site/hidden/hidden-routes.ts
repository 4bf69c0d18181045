import type { Context, Hono } from 'hono'
import type { SendPrivate } from '../forms/reader-forms.ts'
import { isSameOrigin, readForm } from '../http/form-guard.ts'
import { HiddenWordsPage } from '../pages/hidden-words.tsx'
import { NoticePage } from '../pages/notice.tsx'
import { paths } from '../paths.ts'
import { answer } from '../respond.ts'
import { hiddenCookie, hiddenIn } from './hidden-cookie.ts'
import { type HiddenWordsFault, readHiddenWords } from './hidden-words.ts'

/** The page of a reader's hidden words. */
export interface HiddenWordsView {
  readonly page: 'hiddenWords'
  readonly words: readonly string[]
  /** Whether the words come from the address and some are not the reader's own yet. */
  readonly isForeign: boolean
  /** Why the form was refused, and what was sent, for the reader to correct. */
  readonly refused?: { readonly fault: HiddenWordsFault; readonly act: 'add' | 'replace'; readonly written: string }
}

/**
 * Adds the page and form of a reader's hidden words. They are in a cookie, so that the list needs no account and no script, and nobody else
 * has it. An address carries the list to another browser, a text file to another program.
 */
export function addHiddenWords(app: Hono, send: SendPrivate): void {
  app.get(paths.hiddenWords, (c) => {
    const own = hiddenIn(c.req.header('cookie'))
    const { words, fault } = readHiddenWords(c.req.query('hide') ?? '')
    if (fault) return refused(c, send)
    const isForeign = words.some((word) => !own.includes(word))
    return show(c, send, { words: isForeign ? words : own, isForeign })
  })

  app.get(paths.hiddenWordsText, (c) => {
    const words = hiddenIn(c.req.header('cookie'))
    return c.body(words.map((word) => `${word}\n`).join(''), 200, {
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Disposition': 'attachment; filename="hidden-words.txt"',
      'Cache-Control': 'private, no-store',
    })
  })

  app.post(paths.hiddenWords, async (c) => {
    const form = await readForm(c)
    // The form changes only the reader's own cookie, but another site must not do even that.
    if (form === undefined || !isSameOrigin(c)) return refused(c, send)
    const own = hiddenIn(c.req.header('cookie'))
    const removed = form.text('remove')
    if (removed !== '') {
      return changed(
        c,
        own.filter((word) => word !== removed),
      )
    }
    const act = form.text('act')
    if (act === 'empty') return changed(c, [])
    if (act !== 'add' && act !== 'replace') return refused(c, send)
    const written = form.text('words')
    const { words, fault } = readHiddenWords(act === 'add' ? [...own, written].join('\n') : written)
    if (!fault) return changed(c, words)
    return show(c, send, { words: own, isForeign: false, refused: { fault, act, written } }, 422)
  })
}

function show(c: Context, send: SendPrivate, view: Omit<HiddenWordsView, 'page'>, status = 200): Promise<Response> {
  return send(c, answer({ page: 'hiddenWords', ...view } as const, HiddenWordsPage, status))
}

function changed(c: Context, words: readonly string[]): Response {
  c.header('Set-Cookie', hiddenCookie(words))
  c.header('Cache-Control', 'private, no-store')
  return c.redirect(paths.hiddenWords, 303)
}

function refused(c: Context, send: SendPrivate): Promise<Response> {
  return send(c, answer({ page: 'notice', status: 400, what: 'request' } as const, NoticePage, 400))
}
