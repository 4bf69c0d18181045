import type { Context, Hono } from 'hono'
import { MINUTE_MS, SECOND_MS } from '../../lib/instant.ts'
import type { SiteDeps } from '../deps.ts'
import type { SendPrivate } from '../forms/reader-forms.ts'
import { isSameOrigin, readForm } from '../http/form-guard.ts'
import { recordNumber } from '../http/record-number.ts'
import { senderOf } from '../http/sender.ts'
import { paths, withQuery } from '../paths.ts'
import { answer } from '../respond.ts'
import { AdminGate } from './admin-gate.ts'
import { type ActOutcome, INCOMPLETE, operatorStoryView, operatorView } from './admin-views.ts'
import { OperatorPage } from './operator-page.tsx'
import { OperatorStoryPage } from './operator-story-page.tsx'
import { PairsPage } from './pairs-page.tsx'
import { pairsView } from './pairs-view.ts'
import { readAct } from './read-act.ts'
import { addSourceLists } from './source-lists.ts'

/** How long a form waits for the answer of the story thread, which looks for acts once a second. */
const ANSWER_WITHIN_MS = 4 * SECOND_MS
const LOOK_EVERY_MS = 100

/** Adds the operator's pages and forms, behind a password. */
export function addAdmin(app: Hono, deps: SiteDeps, send: SendPrivate): void {
  const gate = new AdminGate(deps, send)
  addSignIn(app, deps, gate)
  addOperatorPages(app, deps, gate, send)
  addActs(app, deps, gate)
  addRecordForms(app, deps, gate)
  addSourceLists(app, deps, gate, send)
}

function addSignIn(app: Hono, { now }: SiteDeps, gate: AdminGate): void {
  app.post(paths.adminSignIn, async (c) => {
    const form = await readForm(c)
    if (!form || !isSameOrigin(c)) return gate.signInPage(c, { state: 'ready' }, 403)
    const at = now()
    const result = await gate.sessions.signIn(form.text('password'), senderOf(c), at)
    if (result.type === 'locked') {
      const waitMinutes = Math.ceil((result.untilAt - at) / MINUTE_MS)
      return gate.signInPage(c, { state: 'locked', waitMinutes }, 429)
    }
    if (result.type === 'wrong') return gate.signInPage(c, { state: 'wrong' }, 401)
    return gate.withSession(c, c.redirect(paths.admin, 303), result.token)
  })

  app.post(paths.adminSignOut, (c) =>
    gate.withForm(c, async (_form, session) => {
      await gate.sessions.end(session)
      return gate.withSession(c, c.redirect(paths.admin, 303), '')
    }),
  )
}

function addOperatorPages(app: Hono, deps: SiteDeps, gate: AdminGate, send: SendPrivate): void {
  const { store, now } = deps

  app.get(paths.admin, (c) =>
    gate.signedIn(c, async ({ csrf }) => {
      const wanted = /(?:\/s\/|^#?)(\d{1,15})/.exec(c.req.query('story')?.trim() ?? '')?.[1]
      if (wanted) return c.redirect(paths.adminStory(Number(wanted)), 303)
      return send(c, answer(await operatorView(deps, csrf, await actOf(c, deps)), OperatorPage))
    }),
  )

  app.get('/admin/s/:id{[0-9]{1,15}}', (c) =>
    gate.signedIn(c, async ({ csrf }) => {
      const found = await store.story(Number(c.req.param('id')))
      // A form that merged the story leads back here: keep `act`, so that the page shows the outcome and its undo.
      if (found?.type === 'moved') {
        return c.redirect(withQuery(paths.adminStory(found.into), { act: c.req.query('act') }), 303)
      }
      if (found?.type !== 'story') return c.notFound()
      return send(c, answer(await operatorStoryView(store, found, csrf, await actOf(c, deps)), OperatorStoryPage))
    }),
  )

  app.get(paths.adminPairs, (c) =>
    gate.signedIn(c, async ({ csrf }) => send(c, answer(await pairsView(store, csrf, now()), PairsPage))),
  )
}

/** Adds the form for acts, which the story thread applies. */
function addActs(app: Hono, deps: SiteDeps, gate: AdminGate): void {
  const { store, now } = deps

  app.post(paths.adminAct, (c) =>
    gate.withForm(c, async (form) => {
      const back = form.text('back').startsWith(`${paths.admin}/s/`) ? form.text('back') : paths.admin
      const asked = readAct(form)
      if (!asked) return c.redirect(withQuery(back, { act: INCOMPLETE }), 303)
      const id = await store.operator.ask({ ...asked, at: now() })
      await answered(id, deps)
      return c.redirect(withQuery(back, { act: id }), 303)
    }),
  )
}

/** Adds the forms that change one record immediately. */
function addRecordForms(app: Hono, { store, now }: SiteDeps, gate: AdminGate): void {
  app.post(paths.adminCloseReport, (c) =>
    gate.withForm(c, async (form) => {
      await store.reports.close(recordNumber(form.text('id')) ?? 0)
      return c.redirect(`${paths.admin}#reports`, 303)
    }),
  )

  app.post(paths.adminJudge, (c) =>
    gate.withForm(c, async (form) => {
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
    gate.withForm(c, async (form) => {
      await store.savedDecisions.remove(form.text('name'))
      return c.redirect(`${paths.admin}#decisions`, 303)
    }),
  )

  app.post(paths.adminForgetSearch, (c) =>
    gate.withForm(c, async (form) => {
      await store.savedSearches.remove(form.text('name'))
      return c.redirect(`${paths.admin}#searches`, 303)
    }),
  )

  app.post(paths.adminRevive, (c) =>
    gate.withForm(c, async (form) => {
      await store.deliveries.revive(recordNumber(form.text('id')) ?? 0, now())
      return c.redirect(`${paths.admin}#deliveries`, 303)
    }),
  )
}

/** Finds the act that the address names: the one just asked for. */
async function actOf(c: Context, { store }: SiteDeps): Promise<ActOutcome | undefined> {
  if (c.req.query('act') === INCOMPLETE) return INCOMPLETE
  const id = recordNumber(c.req.query('act'))
  return id === undefined ? undefined : store.operator.act(id)
}

/** Waits up to `ANSWER_WITHIN_MS` for an act's answer, so that the next page shows its outcome. */
async function answered(id: number, { store }: SiteDeps): Promise<void> {
  for (let waited = 0; waited < ANSWER_WITHIN_MS; waited += LOOK_EVERY_MS) {
    if ((await store.operator.act(id))?.state !== 'waiting') return
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
}
