import type { Context, Hono } from 'hono'
import type { SendPrivate } from '../forms/reader-forms.ts'
import { isSameOrigin, readForm } from '../http/form-guard.ts'
import { HiddenWordsPage } from '../pages/hidden-words.tsx'
import { NoticePage } from '../pages/notice.tsx'
import { paths } from '../paths.ts'
import { answer } from '../respond.ts'
import { hiddenCookie, hiddenIn } from './hidden-cookie.ts'
import { type HiddenWordsFault, readHiddenWords } from './hidden-words.ts'

/** A reader's list of words not to see. */
export interface HiddenWordsView {
  readonly page: 'hiddenWords'
  readonly words: readonly string[]
  /** It came by an address and is not (yet) the reader's own. */
  readonly isForeign: boolean
  /** Why nothing was changed, and what was sent, to be mended. */
  readonly refused?: { readonly fault: HiddenWordsFault; readonly act: 'add' | 'replace'; readonly written: string }
}

/**
 * The words that a reader does not want to see: a cookie of them, so that the list needs no account and no script, and nobody else has it.
 * Its address carries it to another browser, its text to another program.
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
    // It changes nothing but the reader's own cookie; another site must not even do that.
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
