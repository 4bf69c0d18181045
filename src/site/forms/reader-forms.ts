import { randomBytes } from 'node:crypto'
import type { Context, Hono } from 'hono'
import { searchOfToken } from '../../delivery/search-mail.ts'
import { isEmailAddress } from '../../lib/email-address.ts'
import { HOUR_MS, MINUTE_MS } from '../../lib/instant.ts'
import type { SiteDeps } from '../deps.ts'
import { formToken, isOwnForm, readForm } from '../http/form-guard.ts'
import { createRateLimit } from '../http/rate-limit.ts'
import { senderOf } from '../http/sender.ts'
import type { UiLanguage } from '../messages.ts'
import { paths } from '../paths.ts'
import { type Answer, answer } from '../respond.ts'
import { ButtonPage, OutcomePage, type OutcomeView, ReportPage, SubscribePage } from './form-pages.tsx'
import { STORY_PATH, storyOfRef } from './story-ref.ts'

/** Sends a page meant for one reader only, which nobody may cache. */
export type SendPrivate = (c: Context, answer: Answer) => Promise<Response>

/** Rate limits, for one sender and for all together; honest use stays below them. */
const PER_SENDER = { most: 5, windowMs: 10 * MINUTE_MS }
const ALL_REPORTS_AN_HOUR = 200
const ALL_MAILS_AN_HOUR = 100
const NOTE = { least: 10, most: 1_000 }

/** Adds the forms for readers: report an error, get the brief by mail, end mails. None needs a script, an account or a cookie. */
export function addReaderForms(
  app: Hono,
  deps: SiteDeps,
  send: SendPrivate,
  languageOf: (c: Context) => UiLanguage,
): void {
  addReports(app, deps, send, languageOf)
  addSubscriptions(app, deps, send, languageOf)
}

function addReports(app: Hono, { store, now }: SiteDeps, send: SendPrivate, languageOf: (c: Context) => UiLanguage) {
  const limit = createRateLimit(PER_SENDER)
  const path = `${STORY_PATH}/report`

  app.get(path, async (c) => {
    const story = await storyOfRef(c, store)
    if (!story) return c.notFound()
    const token = formToken(await store.admin.secret('forms'), `report ${story.id}`, now())
    return send(c, answer({ page: 'report', story, token } as const, ReportPage))
  })

  app.post(path, async (c) => {
    const story = await storyOfRef(c, store)
    if (!story) return c.notFound()
    const at = now()
    const form = await readForm(c)
    const outcome = (what: OutcomeView['what'], status: number) =>
      send(c, outcomeOf(what, paths.storyById(story.id), status))
    const secret = await store.admin.secret('forms')
    if (!isOwnForm(c, form, { secret, purpose: `report ${story.id}`, now: at })) {
      return outcome('formExpired', 403)
    }
    const note = form.text('note')
    if (note.length < NOTE.least || note.length > NOTE.most) return outcome('reportNeedsNote', 422)
    const isFull = (await store.reports.count({ since: at - HOUR_MS })) >= ALL_REPORTS_AN_HOUR
    if (isFull || !limit.allow(senderOf(c), at)) return outcome('tooManyPosts', 429)
    const sentence = form.text('sentence').slice(0, 2_000)
    await store.reports.add({ storyId: story.id, sentence, note, language: languageOf(c), at })
    return outcome('reportThanks', 200)
  })
}

function addSubscriptions(
  app: Hono,
  { store, now, settings }: SiteDeps,
  send: SendPrivate,
  languageOf: (c: Context) => UiLanguage,
): void {
  const limit = createRateLimit(PER_SENDER)
  const limitForAll = createRateLimit({ most: ALL_MAILS_AN_HOUR, windowMs: HOUR_MS })
  const outcome = (c: Context, what: OutcomeView['what'], status: number, next: string = paths.front) =>
    send(c, outcomeOf(what, next, status))

  app.get(paths.subscribe, async (c) => {
    if (!settings.sendsMail) return outcome(c, 'noMail', 404)
    const token = formToken(await store.admin.secret('forms'), 'subscribe', now())
    return send(c, answer({ page: 'subscribe', token } as const, SubscribePage))
  })

  app.post(paths.subscribe, async (c) => {
    if (!settings.sendsMail) return outcome(c, 'noMail', 404)
    const at = now()
    const form = await readForm(c)
    const secret = await store.admin.secret('forms')
    if (!isOwnForm(c, form, { secret, purpose: 'subscribe', now: at })) {
      return outcome(c, 'formExpired', 403, paths.subscribe)
    }
    const email = form.text('email').toLowerCase()
    if (!isEmailAddress(email)) return outcome(c, 'badEmail', 422, paths.subscribe)
    if (!limit.allow(senderOf(c), at) || !limitForAll.allow('all', at)) return outcome(c, 'tooManyPosts', 429)
    const language = languageOf(c)
    const token = randomBytes(24).toString('base64url')
    const subscriber = await store.subscribers.ask({ email, language, token, createdAt: at })
    // The answer is the same for an address that has subscribed already, so that it does not reveal who reads here.
    if (!subscriber.isConfirmed) {
      const body = JSON.stringify({ type: 'confirm', language, token: subscriber.token })
      const subject = `confirm ${Math.floor(at / HOUR_MS)}`
      await store.deliveries.add([{ kind: 'mail', target: email, subject, body, createdAt: at }])
    }
    return outcome(c, 'subscribeAsked', 200)
  })

  app.get('/subscribe/:token', async (c) => {
    const subscriber = await store.subscribers.byToken(c.req.param('token'))
    if (!subscriber) return outcome(c, 'unknownLink', 404)
    return send(c, answer({ page: 'button', what: 'confirm', action: c.req.path } as const, ButtonPage))
  })
  app.post('/subscribe/:token', async (c) => {
    const confirmed = await store.subscribers.confirm(c.req.param('token'))
    return confirmed ? outcome(c, 'confirmed', 200) : outcome(c, 'unknownLink', 404)
  })

  app.get('/unsubscribe/:token', async (c) => {
    const token = c.req.param('token')
    const button = (what: 'unsubscribe' | 'endAlerts') =>
      send(c, answer({ page: 'button', what, action: c.req.path } as const, ButtonPage))
    if (await store.subscribers.byToken(token)) return button('unsubscribe')
    if (await searchOfToken(store, token)) return button('endAlerts')
    return outcome(c, 'unknownLink', 404)
  })
  // Mail programs post here when their "unsubscribe" button is pressed (RFC 8058): without a cookie, with no token but that in the path.
  app.post('/unsubscribe/:token', async (c) => {
    const token = c.req.param('token')
    if (!(await store.subscribers.remove(token))) {
      const search = await searchOfToken(store, token)
      if (search) await store.savedSearches.remove(search.name)
    }
    return outcome(c, 'unsubscribed', 200)
  })
}

function outcomeOf(what: OutcomeView['what'], next: string, status: number): Answer {
  return answer({ page: 'outcome', what, next } as const, OutcomePage, status)
}
