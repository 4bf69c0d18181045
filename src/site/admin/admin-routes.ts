import type { Context, Hono } from 'hono'
import { MINUTE_MS, SECOND_MS } from '../../lib/instant.ts'
import type { AdminSession } from '../../store/admin-types.ts'
import type { SiteDeps } from '../deps.ts'
import type { SendPrivate } from '../forms/reader-forms.ts'
import { type FormFields, isSame, isSameOrigin, readForm } from '../http/form-guard.ts'
import { cookieOf } from '../http/preferences.ts'
import { recordNumber } from '../http/record-number.ts'
import { senderOf } from '../http/sender.ts'
import { paths, withQuery } from '../paths.ts'
import { answer } from '../respond.ts'
import { type ActOutcome, INCOMPLETE, operatorStoryView, operatorView, type SignInView } from './admin-views.ts'
import { OperatorPage } from './operator-page.tsx'
import { OperatorStoryPage } from './operator-story-page.tsx'
import { PairsPage } from './pairs-page.tsx'
import { pairsView } from './pairs-view.ts'
import { readAct } from './read-act.ts'
import { createSessions } from './sessions.ts'
import { SignInPage } from './sign-in-page.tsx'

const COOKIE = 'operator'
/** How long a page waits for the story thread to answer an act; it looks for acts once a second. */
const ANSWER_WITHIN_MS = 4 * SECOND_MS
const LOOK_EVERY_MS = 100

/**
 * The operator's pages, behind a password. Sessions live in a cookie that scripts cannot read and other sites cannot send; each
 * form carries the session's own token besides (OWASP CSRF Prevention Cheat Sheet).
 */
export function addAdmin(app: Hono, deps: SiteDeps, send: SendPrivate): void {
  const { store, now } = deps
  const sessions = createSessions(store.admin)
  const sessionOf = (c: Context) => sessions.find(cookieOf(c.req.header('cookie'), COOKIE), now())

  const signInPage = async (c: Context, view: Omit<SignInView, 'page'>, status: number) =>
    send(c, answer({ page: 'signIn', ...view } as const, SignInPage, status))

  const signInOr = async (c: Context, show: (session: AdminSession) => Promise<Response>) => {
    const session = await sessionOf(c)
    if (session) return show(session)
    const state = (await store.admin.passwordHash()) === undefined ? 'noPassword' : 'ready'
    return signInPage(c, { state }, state === 'ready' ? 401 : 503)
  }

  /** A form of the operator's: signed in, from a page of ours, with the session's token. */
  const withForm = async (c: Context, use: (form: FormFields, session: AdminSession) => Promise<Response>) => {
    const session = await sessionOf(c)
    const form = await readForm(c)
    const isOurs = session && form && isSameOrigin(c) && isSame(form.text('csrf'), session.csrf)
    return isOurs ? use(form, session) : signInPage(c, { state: 'ready' }, 403)
  }

  app.get(paths.admin, (c) =>
    signInOr(c, async ({ csrf }) => {
      const wanted = /(?:\/s\/|^#?)(\d{1,15})/.exec(c.req.query('story')?.trim() ?? '')?.[1]
      if (wanted) return c.redirect(paths.adminStory(Number(wanted)), 303)
      return send(c, answer(await operatorView(deps, csrf, await actOf(c, deps)), OperatorPage))
    }),
  )

  app.get('/admin/s/:id{[0-9]{1,15}}', (c) =>
    signInOr(c, async ({ csrf }) => {
      const found = await store.story(Number(c.req.param('id')))
      // After a merge this is where the form leads: the note of what was done, with its undo, goes along.
      if (found?.type === 'moved') {
        return c.redirect(withQuery(paths.adminStory(found.into), { act: c.req.query('act') }), 303)
      }
      if (found?.type !== 'story') return c.notFound()
      return send(c, answer(await operatorStoryView(store, found, csrf, await actOf(c, deps)), OperatorStoryPage))
    }),
  )

  app.get(paths.adminPairs, (c) =>
    signInOr(c, async ({ csrf }) => send(c, answer(await pairsView(store, csrf, now()), PairsPage))),
  )

  app.post(paths.adminSignIn, async (c) => {
    const form = await readForm(c)
    if (!form || !isSameOrigin(c)) return signInPage(c, { state: 'ready' }, 403)
    const at = now()
    const result = await sessions.signIn(form.text('password'), senderOf(c), at)
    if (result.type === 'locked') {
      const waitMinutes = Math.ceil((result.untilAt - at) / MINUTE_MS)
      return signInPage(c, { state: 'locked', waitMinutes }, 429)
    }
    if (result.type === 'wrong') return signInPage(c, { state: 'wrong' }, 401)
    return withSession(c, deps, c.redirect(paths.admin, 303), result.token)
  })

  app.post(paths.adminSignOut, (c) =>
    withForm(c, async (_form, session) => {
      await sessions.end(session)
      return withSession(c, deps, c.redirect(paths.admin, 303), '')
    }),
  )

  app.post(paths.adminAct, (c) =>
    withForm(c, async (form) => {
      const back = form.text('back').startsWith(`${paths.admin}/s/`) ? form.text('back') : paths.admin
      const asked = readAct(form)
      if (!asked) return c.redirect(withQuery(back, { act: INCOMPLETE }), 303)
      const id = await store.operator.ask({ ...asked, at: now() })
      await answered(id, deps)
      return c.redirect(withQuery(back, { act: id }), 303)
    }),
  )

  app.post(paths.adminCloseReport, (c) =>
    withForm(c, async (form) => {
      await store.reports.close(recordNumber(form.text('id')) ?? 0)
      return c.redirect(`${paths.admin}#reports`, 303)
    }),
  )

  app.post(paths.adminJudge, (c) =>
    withForm(c, async (form) => {
      const [one, other] = [recordNumber(form.text('one')) ?? 0, recordNumber(form.text('other')) ?? 0]
      const same = form.text('same')
      const known = await store.items([one, other])
      if (one !== other && known.length === 2 && (same === 'yes' || same === 'no')) {
        await store.labels.judge({ itemIds: [one, other], isSame: same === 'yes', at: now() })
      }
      return c.redirect(paths.adminPairs, 303)
    }),
  )

  app.post(paths.adminForgetDecision, (c) =>
    withForm(c, async (form) => {
      await store.savedDecisions.remove(form.text('name'))
      return c.redirect(`${paths.admin}#decisions`, 303)
    }),
  )

  app.post(paths.adminRevive, (c) =>
    withForm(c, async (form) => {
      await store.deliveries.revive(recordNumber(form.text('id')) ?? 0, now())
      return c.redirect(`${paths.admin}#deliveries`, 303)
    }),
  )
}

/** The act that the address names: the one just asked for. */
async function actOf(c: Context, { store }: SiteDeps): Promise<ActOutcome | undefined> {
  if (c.req.query('act') === INCOMPLETE) return INCOMPLETE
  const id = recordNumber(c.req.query('act'))
  return id === undefined ? undefined : store.operator.act(id)
}

/** Waits a while for the answer, so that the page after it shows what came of it. */
async function answered(id: number, { store }: SiteDeps): Promise<void> {
  for (let waited = 0; waited < ANSWER_WITHIN_MS; waited += LOOK_EVERY_MS) {
    if ((await store.operator.act(id))?.state !== 'waiting') return
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
}

/** Sets the cookie of a session; an empty token takes it away. */
function withSession(c: Context, { settings }: SiteDeps, response: Response, token: string): Response {
  const isSecure = (settings.baseUrl ?? c.req.url).startsWith('https:') || c.req.header('x-forwarded-proto') === 'https'
  const parts = [
    `${COOKIE}=${token}`,
    ...['Path=/admin', 'HttpOnly', 'SameSite=Strict', `Max-Age=${token ? 86_400 : 0}`],
    ...(isSecure ? ['Secure'] : []),
  ]
  response.headers.append('Set-Cookie', parts.join('; '))
  response.headers.set('Cache-Control', 'no-store')
  return response
}
