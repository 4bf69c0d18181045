import type { Context, Hono } from 'hono'
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../lib/instant.ts'
import { isSignedWith } from '../source/web-sub/signature.ts'
import type { Subscription } from '../store/web-sub-types.ts'
import type { SiteDeps } from './deps.ts'
import { readAtMost } from './http/form-guard.ts'
import { createRateLimit } from './http/rate-limit.ts'
import { senderOf } from './http/sender.ts'

/** A busy publisher pings a few times a minute; hubs send one request per ping. */
const PER_CALLBACK = { most: 60, windowMs: MINUTE_MS }
/** Stops guessing of callback addresses before the database is queried. */
const PER_SENDER = { most: 1_200, windowMs: MINUTE_MS }
const MAX_CHALLENGE_LENGTH = 1_000
const LEASE_MS = { least: 5 * MINUTE_MS, usual: 10 * DAY_MS, most: 30 * DAY_MS }
/** Hubs confirm a request within minutes; a later confirmation answers no request of ours. */
const CONFIRM_WITHIN_MS = 12 * HOUR_MS

/** Adds the callbacks where hubs confirm subscriptions and deliver content (WebSub, 5.3 and 7), if this process polls. */
export function addWebSub(app: Hono, { store, now, webSub }: SiteDeps): void {
  if (webSub === undefined) return
  const [perCallback, perSender] = [createRateLimit(PER_CALLBACK), createRateLimit(PER_SENDER)]
  const tooMany = (c: Context) => c.text('Too many requests.\n', 429, { 'Retry-After': '60' })
  const find = (c: Context) => store.webSub.byCallback(c.req.param('callback')!)

  app.get('/websub/:callback{[0-9a-f]{32}}', async (c) => {
    if (!perSender.allow(senderOf(c), now())) return tooMany(c)
    const subscription = await find(c)
    const query = (name: string) => c.req.query(`hub.${name}`)
    if (subscription === undefined || query('topic') !== subscription.topic) return c.text('Not asked for.\n', 404)
    if (query('mode') === 'denied') {
      await store.webSub.change(subscription.callback, {
        error: `the hub denied it: ${(query('reason') ?? '').slice(0, 200)}`,
      })
      return c.text('Noted.\n')
    }
    const challenge = query('challenge') ?? ''
    const isAsked = query('mode') === subscription.wants && now() - (subscription.askedAt ?? 0) < CONFIRM_WITHIN_MS
    if (!isAsked || challenge === '' || challenge.length > MAX_CHALLENGE_LENGTH) return c.text('Not asked for.\n', 404)
    await confirm(subscription, query('lease_seconds'))
    return c.text(challenge, 200, { 'Cache-Control': 'no-store' })
  })

  app.post('/websub/:callback{[0-9a-f]{32}}', async (c) => {
    if (!perSender.allow(senderOf(c), now())) return tooMany(c)
    const subscription = await find(c)
    if (subscription === undefined || subscription.wants !== 'subscribe') return c.text('No such subscription.\n', 410)
    if (!perCallback.allow(subscription.callback, now())) return tooMany(c)
    const announced = Number(c.req.header('content-length') ?? 0)
    const body = announced > webSub.maxBodyBytes ? undefined : await readAtMost(c.req.raw.body, webSub.maxBodyBytes)
    if (body === undefined) return c.text('Too large.\n', 413)
    // WebSub 7.1: content with a wrong signature is acknowledged and ignored, so that probing reveals nothing.
    if (!isSignedWith(subscription.secret, c.req.header('x-hub-signature'), body)) return c.body(null, 202)
    const isStored = await webSub.deliver(subscription, { bytes: body, contentType: c.req.header('content-type') })
    return isStored ? c.body(null, 204) : c.text('Not stored; send it again.\n', 503, { 'Retry-After': '60' })
  })

  async function confirm({ callback, wants }: Subscription, leaseSeconds: string | undefined): Promise<void> {
    if (wants === 'unsubscribe') return store.webSub.remove(callback)
    const granted = /^\d{1,9}$/.test(leaseSeconds ?? '') ? Number(leaseSeconds) * SECOND_MS : LEASE_MS.usual
    const leaseMs = Math.min(LEASE_MS.most, Math.max(LEASE_MS.least, granted))
    return store.webSub.change(callback, { confirmedAt: now(), leaseUntil: now() + leaseMs, asks: 0, error: '' })
  }
}
