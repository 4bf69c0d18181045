import { type AddressObject, simpleParser } from 'mailparser'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../lib/instant.ts'
import { openStore } from '../store/open-store.ts'
import {
  createdEvent,
  sampleCommit,
  sampleDraft,
  sampleMember,
  sampleSource,
  sampleStory,
  sampleUpdate,
  T0,
} from '../store/testing/samples.ts'
import type { Store } from '../store/types.ts'
import { dayEdition, KEPT_AFTER_MS } from './day-edition.ts'
import { publishEdition } from './editions.ts'
import { briefMailFile, createMailer, type Mailer } from './mailer.ts'
import { workOffOutbox } from './outbox.ts'
import { type MailServer, openMailServer } from './testing/mail-server.ts'
import { openReceiver, type Receiver, SECRET } from './testing/receiver.ts'
import { verifySignature } from './testing/verify-signature.ts'
import { signature } from './webhook.ts'
import { writtenBrief } from './written-brief.ts'

const BASE = 'https://news.example'
const DAY = '2026-03-02'
/** After the day is over and its edition may be kept. */
const MORNING = Date.UTC(2026, 2, 3, 7)

let store: Store

beforeEach(async () => {
  store = await openStore({ file: ':memory:' })
  await store.saveSources([sampleSource('a')])
  await store.saveFeed(sampleUpdate('a', [sampleDraft('a', 'k1'), sampleDraft('a', 'k2')]))
  await tell(1, 'Halden raises $410m', 60)
})

afterEach(() => store.close())

const citations = [{ itemId: 1, start: 0, end: 9, quote: 'Report k1' }]

function tell(id: number, headline: string, score: number): Promise<unknown> {
  const sentences = [{ text: 'Report k1 <b>says</b> so.', language: 'en', citations }]
  return store.commitStories(
    sampleCommit({
      stories: [
        sampleStory(id, id, {
          headline: { text: headline, language: 'en', itemId: id },
          score,
          summary: { method: 'extractive', sentences, droppedCount: 0 },
          rankInput: {
            ...sampleStory(1, 1).rankInput,
            independent: 4,
            familiesByTier: [1, 3, 0, 0],
            hasPrimaryDocument: true,
          },
        }),
      ],
      members: [sampleMember(id, id)],
      events: [createdEvent(id, id)],
    }),
  )
}

const options = () => ({ store, timeZone: 'UTC', isKept: true })
const noPoster = () => Promise.reject(new Error('mails need no connections of ours'))

describe('dayEdition', () => {
  test('of a day that is over is built once and kept, whatever becomes of its stories', async () => {
    const first = await dayEdition(options(), DAY, MORNING)
    expect(first!.stories.map(({ story }) => story.headline.text)).toEqual(['Halden raises $410m'])
    expect(first!.sources[1]).toEqual({ publisher: 'The a', title: 'Report k1', url: 'https://a.example/k1' })
    await tell(1, 'Another headline', 60)
    await tell(2, 'Late story', 90)
    expect(await dayEdition(options(), DAY, MORNING + DAY_MS)).toEqual(first)
  })

  test('of today is built anew, and not kept until its last items are read', async () => {
    const today = await dayEdition(options(), DAY, T0 + HOUR_MS)
    expect(today!.stories).toHaveLength(1)
    expect(await store.editions.find(DAY, 'UTC')).toBeUndefined()
    const end = today!.window.to
    await dayEdition(options(), DAY, end + KEPT_AFTER_MS - 1)
    expect(await store.editions.find(DAY, 'UTC')).toBeUndefined()
    await dayEdition(options(), DAY, end + KEPT_AFTER_MS)
    expect(await store.editions.find(DAY, 'UTC')).toBeDefined()
  })

  test('says what was put right, and what yesterday had', async () => {
    await dayEdition(options(), DAY, MORNING)
    const at = Date.UTC(2026, 2, 3, 5)
    await store.commitStories(
      sampleCommit({ events: [{ storyId: 1, type: 'retracted', at, data: { act: 1, reason: 'it was a hoax' } }] }),
    )
    const next = await dayEdition(options(), '2026-03-03', MORNING)
    expect(next!.corrections).toEqual([
      {
        storyId: 1,
        headline: 'Halden raises $410m',
        headlineLanguage: 'en',
        what: 'retracted',
        reason: 'it was a hoax',
      },
    ])
    expect(next!.changes).toEqual({
      before: DAY,
      carried: [],
      gone: [{ id: 1, headline: 'Halden raises $410m' }],
      fresh: 0,
    })
    expect(next!.stories).toEqual([])
  })

  test('that is kept says what became of its stories since; the next one too', async () => {
    await dayEdition(options(), DAY, MORNING)
    await tell(2, 'The other one', 70)
    const at = MORNING + HOUR_MS
    const log = (
      type: 'corrected' | 'joined' | 'merged' | 'split',
      data: Record<string, string | number>,
      later = 0,
    ) => ({
      ...{ storyId: 1, type, at: at + later, data },
    })
    await store.commitStories(
      sampleCommit({
        events: [
          log('joined', { itemId: 2 }),
          log('corrected', { reason: 'first' }),
          log('corrected', { reason: 'it was $310m' }, 1),
          log('split', { from: 1, into: 7, items: '2' }, 2),
          log('merged', { from: 5, into: 1 }, 3),
          { storyId: 1, type: 'merged', at: at + 4, data: { from: 1, into: 2 } },
          { storyId: 2, type: 'merged', at: at + 4, data: { from: 1, into: 2 } },
        ],
        merges: [{ from: 1, into: 2 }],
      }),
    )
    const kept = await dayEdition(options(), DAY, MORNING + 2 * HOUR_MS)
    expect(kept!.stories.map(({ story }) => story.headline.text)).toEqual(['Halden raises $410m'])
    const about = { storyId: 1, headline: 'The other one', headlineLanguage: 'en' }
    expect(kept!.amendments).toEqual([
      { ...about, what: 'corrected', reason: 'it was $310m', at: at + 1 },
      { ...about, what: 'split', reason: '', at: at + 2, into: 7 },
      { ...about, what: 'merged', reason: '', at: at + 4, into: 2 },
    ])
    const next = await dayEdition(options(), '2026-03-03', MORNING + DAY_MS)
    expect(next!.corrections).toEqual([{ ...about, what: 'merged', reason: '', into: 2 }])
    expect(writtenBrief(kept!, 'text', { language: 'en', baseUrl: BASE })).toContain(
      'Corrected (2026-03-03) — it was $310m',
    )
    expect(writtenBrief(next!, 'markdown', { language: 'ja', baseUrl: BASE })).toContain(`[話題2](<${BASE}/s/2>)`)
  })

  test('of a day to come, or of none, is none', async () => {
    expect(await dayEdition(options(), '2026-03-05', MORNING)).toBeUndefined()
    expect(await dayEdition(options(), 'today', MORNING)).toBeUndefined()
  })
})

describe('by mail', () => {
  let smtp: MailServer
  let mailer: Mailer

  beforeEach(async () => {
    smtp = await openMailServer()
    const from = 'Auspex <brief@news.example>'
    mailer = createMailer({ smtpUrl: smtp.url, from, baseUrl: BASE, title: 'Auspex' })
    await subscribe('reader@mail.example', 'en', 'token-1')
  })

  afterEach(async () => {
    mailer.close()
    await smtp.close()
  })

  async function subscribe(email: string, language: string, token: string) {
    await store.subscribers.ask({ email, language, token, createdAt: T0 })
    await store.subscribers.confirm(token)
  }
  const publish = () =>
    publishEdition(
      { store, timeZone: 'UTC', webhookUrls: [], baseUrl: BASE, title: 'Auspex', language: 'en' },
      DAY,
      MORNING,
    )
  const send = (now = MORNING) => workOffOutbox({ store, timeZone: 'UTC', mailer, openPoster: noPoster }, () => now)

  test('everybody gets the edition once, in the language asked for', async () => {
    await subscribe('yomu@mail.example', 'ja', 'token-2')
    await store.subscribers.ask({ email: 'never@mail.example', language: 'en', token: 'token-3', createdAt: T0 })
    expect(await publish()).toBe(2)
    expect(await publish()).toBe(0)
    expect(await send()).toBe(2)
    expect(await send()).toBe(0)
    const subjects = smtp.received.map(({ subject, to }) => [(to as AddressObject).text, subject])
    expect(subjects).toEqual([
      ['reader@mail.example', 'Auspex: Brief of 2026-03-02'],
      ['yomu@mail.example', 'Auspex: 2026-03-02のまとめ'],
    ])
    expect(smtp.received[1]!.text).toContain('独立した情報源')
  })

  test('the server can be tried without a mail', async () => {
    await mailer.check()
    expect(smtp.received).toEqual([])
    await smtp.close()
    await expect(mailer.check()).rejects.toThrow('ECONNREFUSED')
  })

  test('a mail has text and HTML, and a way out in one click', async () => {
    await publish()
    await send()
    const [mail] = smtp.received
    expect(mail!.text).toContain('1. Halden raises $410m')
    expect(mail!.text).toContain('https://news.example/unsubscribe/token-1')
    expect(mail!.html).toContain('<a href="https://news.example/s/1"')
    expect(mail!.html).toContain('href="https://news.example/unsubscribe/token-1"')
    expect(mail!.html).toContain('Report k1 &lt;b&gt;says&lt;/b&gt; so.')
    const headers = new Map(mail!.headerLines.map(({ key, line }) => [key, line]))
    expect(headers.get('list-unsubscribe')).toBe('List-Unsubscribe: <https://news.example/unsubscribe/token-1>')
    expect(headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
    expect(headers.get('auto-submitted')).toBe('Auto-Submitted: auto-generated')
    expect(mail!.messageId).toBe('<brief-2026-03-02-1@news.example>')
  })

  test('asks before it sends', async () => {
    await store.subscribers.ask({ email: 'new@mail.example', language: 'zh-Hant', token: 'token-9', createdAt: T0 })
    const body = JSON.stringify({ type: 'confirm', language: 'zh-Hant', token: 'token-9' })
    await store.deliveries.add([
      { kind: 'mail', target: 'new@mail.example', subject: 'confirm 1', body, createdAt: T0 },
    ])
    await send()
    expect(smtp.received[0]!.subject).toContain('請確認')
    expect(smtp.received[0]!.text).toContain('<https://news.example/subscribe/token-9>')
  })

  test('what the server puts off is tried again, what it refuses is dead', async () => {
    smtp.refusal = { code: 451 }
    await publish()
    await send()
    expect(await store.deliveries.list('waiting', 9)).toMatchObject([{ attempts: 1, nextAt: MORNING + MINUTE_MS }])
    expect(await send(MORNING + MINUTE_MS - 1)).toBe(0)
    smtp.refusal = { code: 550 }
    await send(MORNING + MINUTE_MS)
    expect(await store.deliveries.list('dead', 9)).toMatchObject([{ attempts: 2 }])
    smtp.refusal = undefined
    await store.deliveries.revive(1, MORNING + HOUR_MS)
    await send(MORNING + HOUR_MS)
    expect(smtp.received).toHaveLength(1)
  })

  test('one that the program cannot write holds up no other, and is given up in the end', async () => {
    const body = JSON.stringify({ type: 'brief', date: 'never', language: 'xx', token: 'token-1' })
    const mail = { kind: 'mail' as const, target: 'reader@mail.example', createdAt: T0 }
    await store.deliveries.add([
      { ...mail, subject: 'broken', body: '{' },
      { ...mail, subject: 'broken too', body: body.replace('never', DAY) },
    ])
    await publish()
    await expect(send()).rejects.toThrow('2 deliveries met a fault')
    expect(smtp.received).toHaveLength(1)
    expect(await store.deliveries.list('waiting', 9)).toMatchObject([{ attempts: 1 }, { attempts: 1 }])
    for (let at = MORNING; at < MORNING + 3 * DAY_MS; at += HOUR_MS) await send(at).catch(() => undefined)
    expect(await store.deliveries.count()).toEqual({ waiting: 0, sent: 1, dead: 2 })
  })

  test('a slow server makes no mail go out twice, by whichever process', async () => {
    await subscribe('yomu@mail.example', 'ja', 'token-2')
    await subscribe('du@mail.example', 'zh-Hans', 'token-3')
    await publish()
    let now = MORNING
    const options = { store, timeZone: 'UTC', mailer, openPoster: noPoster }
    smtp.meanwhile = async () => {
      now += (smtp.received.length < 3 ? 3 : 1) * MINUTE_MS
      // With the second mail six minutes have gone since the first was taken; another process looks what is due.
      if (smtp.received.length === 2) await workOffOutbox(options, () => now)
    }
    expect(await workOffOutbox(options, () => now)).toBe(2)
    const addressed = smtp.received.map(({ to }) => (to as AddressObject).text)
    expect(addressed).toEqual(['reader@mail.example', 'yomu@mail.example', 'du@mail.example'])
  })

  test('who is told to stop ends between two mails', async () => {
    await subscribe('yomu@mail.example', 'ja', 'token-2')
    await publish()
    const signal = AbortSignal.abort()
    expect(await workOffOutbox({ store, timeZone: 'UTC', mailer, openPoster: noPoster, signal }, () => MORNING)).toBe(0)
    expect(smtp.received).toEqual([])
    expect(await send()).toBe(2)
  })

  test('who left in between gets nothing', async () => {
    await publish()
    await store.subscribers.remove('token-1')
    await send()
    expect(smtp.received).toEqual([])
    expect(await store.deliveries.count()).toMatchObject({ dead: 1 })
  })
})

describe('by webhook', () => {
  let receiver: Receiver
  let url: string

  beforeEach(async () => {
    receiver = await openReceiver()
    url = receiver.url
  })

  afterEach(() => receiver.close())

  const publish = () =>
    publishEdition(
      { store, timeZone: 'UTC', webhookUrls: [url], baseUrl: BASE, title: 'Auspex', language: 'en' },
      DAY,
      MORNING,
    )
  const send = (now = MORNING, by = receiver.sender) =>
    workOffOutbox({ store, timeZone: 'UTC', openPoster: async () => by, webhookSecret: SECRET }, () => now)

  test('the edition comes signed, with its time', async () => {
    await publish()
    await send()
    const [{ headers, body }] = receiver.calls as [(typeof receiver.calls)[0]]
    expect(JSON.parse(body)).toMatchObject({
      type: 'brief',
      date: DAY,
      stories: [{ id: 1, headline: 'Halden raises $410m', url: 'https://news.example/s/1' }],
    })
    const signed = headers['auspex-signature'] as string
    expect(headers['auspex-delivery']).toBe('1')
    expect(verifySignature(SECRET, body, signed, MORNING / 1_000)).toBe(true)
    expect(verifySignature('another secret', body, signed, MORNING / 1_000)).toBe(false)
    expect(verifySignature(SECRET, `${body} `, signed, MORNING / 1_000)).toBe(false)
    expect(verifySignature(SECRET, body, signed, MORNING / 1_000 + 301)).toBe(false)
    expect(verifySignature(SECRET, body, 't=1', MORNING / 1_000)).toBe(false)
    expect(signature('key', 'body', 1)).toBe('t=1,v1=91b5374b153842ad05b2c4eab9349b8321b14703165bd3fb8b034dfb8be98ae5')
  })

  test('each call is signed with its own time, however long the one before it took', async () => {
    await publish()
    await publishEdition(
      { store, timeZone: 'UTC', webhookUrls: [`${url}/2`], baseUrl: BASE, title: 'Auspex', language: 'en' },
      DAY,
      MORNING,
    )
    let now = MORNING
    const clock = () => {
      now += 4 * MINUTE_MS
      return now
    }
    await workOffOutbox(
      { store, timeZone: 'UTC', openPoster: async () => receiver.sender, webhookSecret: SECRET },
      clock,
    )
    const [first, second] = receiver.calls.map(({ headers }) =>
      Number(/t=(\d+)/.exec(`${headers['auspex-signature']}`)![1]),
    )
    expect(second! - first!).toBe((3 * 4 * MINUTE_MS) / 1_000)
  })

  test('failures are tried again for two days, then it is dead', async () => {
    receiver.status = 503
    await publish()
    let now = MORNING
    for (let attempt = 0; attempt < 12; attempt++) {
      await send(now)
      now += DAY_MS
    }
    expect(receiver.calls).toHaveLength(8)
    expect(await store.deliveries.list('dead', 9)).toMatchObject([
      { attempts: 8, lastError: 'the receiver answered 503' },
    ])
  })

  test('a chat is told by a message of its own form, once; what it refuses in words is tried again', async () => {
    const target = `feishu:${url}`
    const tell = () =>
      publishEdition(
        { store, timeZone: 'UTC', webhookUrls: [], chats: [target], baseUrl: BASE, title: 'Auspex', language: 'en' },
        DAY,
        MORNING,
      )
    expect(await tell()).toBe(1)
    expect(await tell()).toBe(0)
    receiver.status = 200
    receiver.answer = '{"code":19022,"msg":"Ip Not Allowed"}'
    await send()
    expect(await store.deliveries.list('waiting', 1)).toMatchObject([
      { kind: 'chat', target, lastError: 'feishu refused it: Ip Not Allowed' },
    ])
    receiver.answer = '{"code":0,"msg":"success"}'
    await send(MORNING + DAY_MS)
    expect(await store.deliveries.count()).toEqual({ waiting: 0, sent: 1, dead: 0 })
    const [, { headers, body }] = receiver.calls as [unknown, (typeof receiver.calls)[0]]
    expect(headers['auspex-signature']).toBeUndefined()
    const { msg_type, content } = JSON.parse(body)
    expect(msg_type).toBe('text')
    expect(content.text).toContain(`Auspex · Brief of ${DAY}\n${BASE}/brief/${DAY}`)
    expect(content.text).toContain(`1. Halden raises $410m (`)
    expect(content.text).toContain(`${BASE}/s/1`)
  })

  test('a chat whose webhook was removed is given up at once', async () => {
    receiver.status = 404
    receiver.answer = 'no_service'
    const options = { store, timeZone: 'UTC', webhookUrls: [], chats: [`slack:${url}`], baseUrl: BASE }
    await publishEdition({ ...options, title: 'Auspex', language: 'en' }, DAY, MORNING)
    await send()
    expect(await store.deliveries.list('dead', 1)).toMatchObject([{ lastError: 'slack answered 404: no_service' }])
  })

  test('410 ends it at once, and a redirect is followed nowhere', async () => {
    receiver.status = 410
    await publish()
    await send()
    expect(await store.deliveries.count()).toMatchObject({ dead: 1 })
    receiver.status = 302
    await store.deliveries.revive(1, MORNING)
    await send()
    expect(receiver.calls).toHaveLength(2)
    expect(await store.deliveries.list('waiting', 1)).toMatchObject([{ lastError: 'the receiver answered 302' }])
  })

  test.each([
    'http://127.0.0.1:9/',
    'http://localhost/',
    'http://[::1]/',
    'http://10.1.2.3/',
    'ftp://a.example/',
    'nonsense',
  ])('%s is refused, and nothing is sent', async (target) => {
    url = target
    await publish()
    const guarded = receiver.newSender(() => false)
    await send(MORNING, guarded)
    await guarded.close()
    expect(receiver.calls).toEqual([])
    expect(await store.deliveries.count()).toMatchObject({ dead: 1 })
  })
})

test('an edition as a mail file opens in a mail reader, in its language, to nobody', async () => {
  const options = { store, timeZone: 'UTC', isKept: false }
  const edition = (await dayEdition(options, DAY, MORNING))!
  const about = { language: 'ja' as const, baseUrl: BASE, title: 'Auspex', from: 'Auspex <brief@news.example>' }
  const mail = await simpleParser(await briefMailFile(edition, about))
  expect(mail.subject).toBe('Auspex: 2026-03-02のまとめ')
  expect(mail.text).toContain('Halden raises $410m (英語)')
  expect(mail.text).toContain(`${BASE}/brief/${DAY}`)
  expect(mail.html).toContain('&lt;b&gt;says&lt;/b&gt;')
  expect(mail.to).toBeUndefined()
  expect(mail.headers.has('list-unsubscribe')).toBe(false)
  expect(mail.date?.getTime()).toBe(edition.window.to)
})
