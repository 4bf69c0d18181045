import { beforeEach, describe, expect, test } from 'vitest'
import { HOUR_MS, MINUTE_MS } from '../../lib/instant.ts'
import { createSite } from '../site.ts'
import { NOON } from '../testing/day.ts'
import { sampleSite } from '../testing/sample-site.ts'

let now: number
beforeEach(() => {
  now = NOON
})
const site = sampleSite({ now: () => now, settings: { sendsMail: true }, isFresh: true })

const tokenOf = async (path: string) => /name="token" value="([^"]+)"/.exec(await site.text(path))![1]!

describe('a report of an error', () => {
  const note = 'The filing says 40, not 400.'

  test('is sent without a script, kept, and counted on the page', async () => {
    const form = await site.text('/s/1/report')
    expect(form).toContain('type="radio" name="sentence"')
    expect(form).not.toContain('onclick')
    const response = await site.send(
      '/s/1/report',
      { token: await tokenOf('/s/1/report'), sentence: 'It is.', note },
      { 'accept-language': 'ja' },
    )
    expect(response.status).toBe(200)
    expect(response.headers.get('set-cookie')).toBeNull()
    expect(await site.deps.store.reports.list({ limit: 9 })).toEqual([
      { id: 1, storyId: 1, sentence: 'It is.', note, language: 'ja', at: NOON, isOpen: true },
    ])
    expect(await site.text('/s/1')).toContain('Readers reported 1 error; it is being looked at.')
  })

  test.each([
    ['without a token', { token: '' }, {}, 403],
    ['with the token of another story', { story: '2' }, {}, 403],
    ['from another site', {}, { origin: 'https://evil.example' }, 403],
    ['without a reason', { note: 'wrong' }, {}, 422],
    ['with a book', { note: 'x'.repeat(1_001) }, {}, 422],
  ])('%s is not taken', async (_name, fields, headers, status) => {
    const token = await tokenOf('story' in fields ? '/s/2/report' : '/s/1/report')
    const response = await site.send(
      '/s/1/report',
      { token, note, ...(fields as Record<string, string>) },
      headers as never,
    )
    expect(response.status).toBe(status)
    expect(await site.deps.store.reports.count({})).toBe(0)
  })

  test('comes from one sender five times in ten minutes at most', async () => {
    const send = async (sender: string) => {
      const token = await tokenOf('/s/1/report')
      return (await site.send('/s/1/report', { token, note }, { 'x-forwarded-for': sender })).status
    }
    for (let times = 0; times < 5; times++) expect(await send('192.0.2.1')).toBe(200)
    expect(await send('192.0.2.1')).toBe(429)
    expect(await send('192.0.2.2')).toBe(200)
    now += 10 * MINUTE_MS
    expect(await send('192.0.2.1')).toBe(200)
  })

  test('on a story that is not there has no form', async () => {
    expect((await site.request('/s/99999/report')).status).toBe(404)
  })
})

describe('the brief by mail', () => {
  const email = 'Reader@Mail.example'
  const subscribe = async (address = email) =>
    site.send('/subscribe', { token: await tokenOf('/subscribe'), email: address }, { 'accept-language': 'zh-TW' })

  test('is asked for, confirmed by a button, ended by one', async () => {
    expect((await subscribe()).status).toBe(200)
    const [mail] = await site.deps.store.deliveries.list('waiting', 9)
    expect(mail).toMatchObject({ kind: 'mail', target: 'reader@mail.example' })
    const { token, type, language } = JSON.parse(mail!.body) as Record<string, string>
    expect([type, language]).toEqual(['confirm', 'zh-Hant'])
    // Programs open links before people do.
    expect(await site.text(`/subscribe/${token}`)).toContain('Yes, send it to me')
    expect(await site.deps.store.subscribers.count()).toEqual({ confirmed: 0, waiting: 1 })
    await site.send(`/subscribe/${token}`, {})
    expect(await site.deps.store.subscribers.count()).toEqual({ confirmed: 1, waiting: 0 })
    expect(await site.text(`/unsubscribe/${token}`)).toContain('Unsubscribe')
    expect(await site.deps.store.subscribers.count()).toEqual({ confirmed: 1, waiting: 0 })
    // As mail programs post it, from nowhere (RFC 8058).
    const headers = { 'sec-fetch-site': 'cross-site' }
    expect((await site.send(`/unsubscribe/${token}`, { 'List-Unsubscribe': 'One-Click' }, headers)).status).toBe(200)
    expect(await site.deps.store.subscribers.count()).toEqual({ confirmed: 0, waiting: 0 })
  })

  test('says the same of an address that is in, and writes to it no more', async () => {
    await subscribe()
    const { token } = JSON.parse((await site.deps.store.deliveries.list('waiting', 1))[0]!.body) as { token: string }
    await site.deps.store.subscribers.confirm(token)
    now += HOUR_MS
    expect(await (await subscribe()).text()).toContain('請查看你的信箱')
    expect(await site.deps.store.deliveries.list('waiting', 9)).toHaveLength(1)
  })

  test('writes to an address once an hour, however often it is asked for', async () => {
    for (let times = 0; times < 3; times++) await subscribe()
    expect(await site.deps.store.deliveries.list('waiting', 9)).toHaveLength(1)
  })

  test.each([
    'nobody',
    'a@b',
    'a b@c.example',
    'a@c.example,b@c.example',
    'a@c.example\r\nBcc: x@y.example',
    '<a@c.example>',
  ])('%j is no address', async (address) => {
    expect((await subscribe(address)).status).toBe(422)
    expect(await site.deps.store.subscribers.count()).toEqual({ confirmed: 0, waiting: 0 })
  })

  test('a link that is not known says so', async () => {
    for (const path of ['/subscribe/nope', '/unsubscribe/nope']) expect((await site.request(path)).status).toBe(404)
    expect((await site.send('/unsubscribe/nope', {})).status).toBe(200)
  })

  test('a site that sends no mail says so', async () => {
    const silent = await createSite({ ...site.deps, settings: { ...site.deps.settings, sendsMail: false } })
    expect(await (await silent.request('/subscribe')).text()).toContain('This site sends no mail')
  })
})
