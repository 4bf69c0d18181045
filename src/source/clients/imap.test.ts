import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { FetchOutcome } from '../fetch-feed.ts'
import { firstState } from '../schedule.ts'
import { type ImapServer, openImapServer } from '../testing/imap-server.ts'
import { makeCertificate } from '../testing/self-made-certificate.ts'
import type { ClientContext } from './client.ts'
import { imapClient } from './imap.ts'
import { connectionOptions } from './mailbox.ts'

let server: ImapServer
beforeEach(async () => {
  server = await openImapServer()
})
afterEach(() => server.close())

const FEED = 'mailto:letter@press.example'
const context = (signal?: AbortSignal) => ({ now: () => Date.UTC(2026, 10, 25), signal }) as unknown as ClientContext
const letter = (uid: number, from = 'letter@press.example', id = `n${uid}`) => ({
  uid,
  source: `From: Press <${from}>\r\nMessage-ID: <${id}@press.example>\r\nSubject: Letter ${uid}\r\n\r\nText ${uid}.`,
})

function poll(cursor?: string, more: { password?: string; timeoutMs?: number; signal?: AbortSignal } = {}) {
  const { password = server.password, timeoutMs = 3_000, signal } = more
  const url = `imap://me%40mail.example@127.0.0.1:${server.port}/INBOX`
  const state = { ...firstState(FEED, 'press', 0), cursor }
  return imapClient([{ url, password, timeoutMs }]).poll(
    { url: FEED, kind: 'mail', sourceId: 'press', state },
    context(signal),
  )
}

function read(outcome: FetchOutcome) {
  if (outcome.type !== 'read') throw new Error(JSON.stringify(outcome))
  return { titles: outcome.feed.entries.map(({ title }) => title), cursor: outcome.cursor, outcome }
}

describe('a mailbox', () => {
  test('gives the letters of the sender, then only those that came since', async () => {
    server.letters = [letter(3), letter(4, 'spam@other.example'), letter(5)]
    const first = read(await poll())
    expect(first.titles).toEqual(['Letter 3', 'Letter 5'])
    expect(first.outcome.feed.entries[0]).toMatchObject({ id: '<n3@press.example>', authors: ['Press'] })
    expect(read(await poll(first.cursor)).titles).toEqual([])
    server.letters.push(letter(9))
    const third = read(await poll(first.cursor))
    expect(third.titles).toEqual(['Letter 9'])
    expect(read(await poll(third.cursor)).titles).toEqual([])
  })

  test('is only looked at: examined, peeked into, nothing stored or expunged', async () => {
    server.letters = [letter(1)]
    read(await poll())
    expect(server.commands.some((command) => /^EXAMINE/.test(command))).toBe(true)
    expect(
      server.commands.filter((command) =>
        /^(?:SELECT|STORE|UID STORE|COPY|UID COPY|UID MOVE|EXPUNGE|APPEND)/.test(command),
      ),
    ).toEqual([])
    expect(server.commands.filter((command) => /BODY\[/.test(command))).toEqual([])
  })

  test('that was numbered anew is read again, under the same ids', async () => {
    server.letters = [letter(800, undefined, 'same')]
    const { cursor, outcome } = read(await poll())
    server.uidValidity = 8
    server.letters = [letter(1, undefined, 'same')]
    const again = read(await poll(cursor))
    expect(again.outcome.feed.entries.map(({ id }) => id)).toEqual(outcome.feed.entries.map(({ id }) => id))
    expect(read(await poll(again.cursor)).titles).toEqual([])
  })

  test('with more than a poll reads is read on where it stopped', async () => {
    server.letters = Array.from({ length: 120 }, (_, at) => letter(at + 1))
    const titles: (string | undefined)[] = []
    let cursor: string | undefined
    for (let polls = 0; polls < 3; polls++) {
      const part = read(await poll(cursor))
      titles.push(...part.titles)
      cursor = part.cursor
    }
    expect(titles).toEqual(server.letters.map(({ uid }) => `Letter ${uid}`))
  })

  test('passes over letters that are too large, whatever the server says of their size, and reads on', async () => {
    const huge = `${letter(2).source}${'x'.repeat(12_000_000)}`
    server.letters = [
      letter(1),
      { uid: 2, source: 'From: letter@press.example', saidSize: 50_000_000 },
      { uid: 3, source: huge, saidSize: 100 },
      letter(4),
    ]
    const { titles, outcome } = read(await poll())
    expect(titles).toEqual(['Letter 1', 'Letter 4'])
    expect(outcome.bodyBytes).toBeLessThan(10_100_000)
  })
})

describe('a letter at which the server breaks off', () => {
  const breakAt = (...uids: number[]) => {
    server.instead = {
      command: new RegExp(`^UID FETCH (?:${uids.join('|')}) \\(.*BODY`),
      act: (socket) => socket.destroy(),
    }
  }
  /** One program over many polls, each long enough after the last. */
  function reader() {
    const url = `imap://me@127.0.0.1:${server.port}/INBOX`
    const client = imapClient([{ url, password: server.password, timeoutMs: 3_000 }])
    let now = Date.UTC(2026, 10, 25)
    let cursor: string | undefined
    return async () => {
      now += 3_600_000
      const feed = {
        url: FEED,
        kind: 'mail' as const,
        sourceId: 'press',
        state: { ...firstState(FEED, 'press', 0), cursor },
      }
      const outcome = await client.poll(feed, { ...context(), now: () => now })
      if (outcome.type !== 'read') return { titles: [outcome.type], unread: undefined }
      cursor = outcome.cursor
      return { titles: outcome.feed.entries.map(({ title }) => title), unread: outcome.unread?.error }
    }
  }

  test('keeps none back: those before it come at once, those behind it after three tries, in words', async () => {
    server.letters = [letter(3), letter(4), letter(5), letter(6)]
    breakAt(5)
    const again = reader()
    expect((await again()).titles).toEqual(['Letter 3', 'Letter 4'])
    expect((await again()).titles).toEqual(['failed'])
    expect((await again()).titles).toEqual(['failed'])
    expect(await again()).toEqual({
      titles: ['Letter 6'],
      unread: 'set aside, as the mail server broke off at it 3 times: letter 5',
    })
    server.letters.push(letter(7))
    expect(await again()).toMatchObject({ titles: ['Letter 7'], unread: expect.stringContaining('letter 5') })
    expect((await again()).titles).toEqual([])
  })

  test('is not given up while it is the last, or the server breaks off at all', async () => {
    server.letters = [letter(3), letter(5)]
    breakAt(5)
    const again = reader()
    expect((await again()).titles).toEqual(['Letter 3'])
    for (let tries = 0; tries < 4; tries++) expect((await again()).titles).toEqual(['failed'])
    server.letters.push(letter(6))
    breakAt(5, 6)
    for (let tries = 0; tries < 4; tries++) expect((await again()).titles).toEqual(['failed'])
    server.instead = undefined
    expect(await again()).toEqual({ titles: ['Letter 5', 'Letter 6'], unread: undefined })
  })
})

describe('two mailboxes', () => {
  let second: ImapServer
  beforeEach(async () => {
    second = await openImapServer()
  })
  afterEach(() => second.close())

  const urlOf = ({ port }: ImapServer) => `imap://me@127.0.0.1:${port}/INBOX`
  const both = (passwords = [server.password, second.password], timeoutMs = 3_000) =>
    imapClient([server, second].map((each, at) => ({ url: urlOf(each), password: passwords[at] ?? '', timeoutMs })))
  const pollBoth = (cursor?: string, client = both(), feed = FEED, now?: () => number) =>
    client.poll(
      { url: feed, kind: 'mail', sourceId: 'press', state: { ...firstState(feed, 'press', 0), cursor } },
      { ...context(), ...(now ? { now } : {}) },
    )

  test('are read side by side, each from where it ended', async () => {
    server.letters = [letter(3)]
    second.letters = [letter(7), letter(8)]
    const first = read(await pollBoth())
    expect(first.titles).toEqual(['Letter 3', 'Letter 7', 'Letter 8'])
    expect(read(await pollBoth(first.cursor)).titles).toEqual([])
    server.letters.push(letter(9))
    second.letters.push(letter(10))
    expect(read(await pollBoth(first.cursor)).titles).toEqual(['Letter 9', 'Letter 10'])
  })

  test('do not wait for each other: one cannot be read, the letters of the other come, and none is lost', async () => {
    server.letters = [letter(1)]
    second.letters = [letter(2)]
    const before = read(await pollBoth())
    server.letters.push(letter(3))
    second.letters.push(letter(4))
    const partly = read(await pollBoth(before.cursor, both([server.password, 'changed'])))
    expect(partly.titles).toEqual(['Letter 3'])
    expect(partly.outcome.unread?.error).toMatch(
      /^mailbox 2 of 2 \(127\.0\.0\.1\): .* refuses the user name or the password/,
    )
    expect(JSON.stringify(partly.outcome)).not.toContain('changed')
    const after = read(await pollBoth(partly.cursor))
    expect(after.titles).toEqual(['Letter 4'])
    expect(after.outcome.unread).toBeUndefined()
    expect(read(await pollBoth(after.cursor)).titles).toEqual([])
  })

  test('one that never was read is read from its start once it answers', async () => {
    second.letters = [letter(2)]
    const partly = read(await pollBoth(undefined, both([server.password, 'changed'])))
    expect(partly.titles).toEqual([])
    expect(read(await pollBoth(partly.cursor)).titles).toEqual(['Letter 2'])
  })

  test('that hangs is waited for by one sender, not by all, and is asked again after a minute', async () => {
    const feeds = ['letter@press.example', 'other@press.example', 'third@press.example']
    server.letters = feeds.map((from, at) => letter(at + 1, from))
    second.letters = [letter(7, feeds[0])]
    second.instead = { command: /^LOGIN/, act: () => undefined }
    const client = both(undefined, 400)
    const logins = () => second.commands.filter((command) => command.startsWith('LOGIN')).length
    let now = Date.UTC(2026, 10, 25)
    const cursors: (string | undefined)[] = []
    for (const [at, from] of feeds.entries()) {
      const startedAt = performance.now()
      const { titles, outcome, cursor } = read(await pollBoth(undefined, client, `mailto:${from}`, () => now))
      expect(titles).toEqual([`Letter ${at + 1}`])
      expect(outcome.unread).toEqual({
        error: 'mailbox 2 of 2 (127.0.0.1): no full answer within 0.4 seconds',
        retryAfterMs: 60_000,
      })
      if (at > 0) expect(performance.now() - startedAt).toBeLessThan(400)
      cursors.push(cursor)
    }
    expect(logins()).toBe(1)
    second.instead = undefined
    now += 59_000
    expect(read(await pollBoth(cursors[0], client, FEED, () => now)).outcome.unread?.retryAfterMs).toBe(1_000)
    expect(logins()).toBe(1)
    now += 1_000
    const again = read(await pollBoth(cursors[0], client, FEED, () => now))
    expect(again.titles).toEqual(['Letter 7'])
    expect(again.outcome.unread).toBeUndefined()
    expect(logins()).toBe(2)
  })

  test('fail where none can be read, and say when to ask again', async () => {
    const client = both(['wrong', 'wrong'])
    const failed = { type: 'failed', error: expect.stringContaining('127.0.0.1 refuses'), retryAfterMs: 60_000 }
    expect(await pollBoth(undefined, client)).toMatchObject(failed)
    const logins = server.commands.filter((command) => command.startsWith('LOGIN')).length
    expect(await pollBoth(undefined, client, 'mailto:other@press.example')).toMatchObject(failed)
    expect(server.commands.filter((command) => command.startsWith('LOGIN')).length).toBe(logins)
  })

  test('go on from what was read when there was one', async () => {
    server.letters = [letter(1), letter(5)]
    second.letters = [letter(2)]
    const single = JSON.stringify({ uidValidity: String(server.uidValidity), lastUid: 1 })
    expect(read(await pollBoth(single)).titles).toEqual(['Letter 5', 'Letter 2'])
  })
})

describe('fails in words', () => {
  test('at a wrong password, which is in none of them', async () => {
    const outcome = await poll(undefined, { password: 'wrong horse' })
    expect(outcome).toMatchObject({
      type: 'failed',
      error: expect.stringContaining('refuses the user name or the password'),
    })
    expect(JSON.stringify(outcome)).not.toContain('wrong horse')
  })

  test.each([/^LOGIN/, /^EXAMINE/, /^UID SEARCH/, /^UID FETCH/])(
    'when the server falls silent at %s',
    async (command) => {
      server.letters = [letter(1)]
      server.instead = { command, act: () => undefined }
      expect(await poll(undefined, { timeoutMs: 400 })).toMatchObject({
        type: 'failed',
        error: 'no full answer within 0.4 seconds',
      })
    },
  )

  test.each([/^LOGIN/, /^UID FETCH/])('when the server hangs up at %s', async (command) => {
    server.letters = [letter(1)]
    server.instead = { command, act: (socket) => socket.destroy() }
    expect(await poll()).toMatchObject({ type: 'failed' })
  })

  test('when the folder is not there, and when nobody listens', async () => {
    server.instead = { command: /^(?:EXAMINE|LIST)/, act: (socket) => socket.destroy() }
    expect(await poll()).toMatchObject({ type: 'failed' })
    await server.close()
    expect(await poll()).toMatchObject({ type: 'failed', error: 'the server refuses connections' })
  })

  test.each([
    ['a line without end', /^LOGIN/, '* OK ', 'x'],
    ['answers without end', /^LOGIN/, '', '* OK x\r\n'],
    ['literals without end', /^UID FETCH/, '* 1 FETCH (UID 1 X ', '{1}\r\nx '],
    ['numbers without end', /^UID SEARCH/, '* SEARCH', ' 1'],
  ])('when the server sends %s, with little memory', async (_what, command, start, piece) => {
    server.letters = [letter(1)]
    const pieces = piece.repeat(Math.ceil(65_536 / piece.length))
    server.instead = {
      command,
      act(socket) {
        const more = () => {
          while (!socket.destroyed && socket.write(pieces));
        }
        socket.on('drain', more).write(start)
        more()
      },
    }
    const before = process.memoryUsage().rss
    const outcome = await poll(undefined, { timeoutMs: 20_000 })
    expect(outcome).toMatchObject({
      type: 'failed',
      error: 'the mail server 127.0.0.1 answers with far more than was asked for',
    })
    expect(process.memoryUsage().rss - before).toBeLessThan(300_000_000)
  })

  test('and at the end of the program ends at once', async () => {
    server.instead = { command: /^LOGIN/, act: () => undefined }
    const stop = new AbortController()
    setTimeout(() => stop.abort(new Error('the program ends')), 100)
    await expect(poll(undefined, { signal: stop.signal, timeoutMs: 10_000 })).rejects.toThrow('the program ends')
  })
})

describe('over TLS', () => {
  const certificate = makeCertificate('mail.example')
  let encrypted: ImapServer
  afterEach(() => encrypted.close())

  function pollEncrypted(protocol: 'imaps' | 'imap', host = '127.0.0.1', ca = certificate.cert) {
    const url = `${protocol}://me%40mail.example@${host}:${encrypted.port}/INBOX`
    const feed = { url: FEED, kind: 'mail' as const, sourceId: 'press', state: firstState(FEED, 'press', 0) }
    return imapClient([{ url, password: encrypted.password, timeoutMs: 3_000, ca: ca || undefined }]).poll(
      feed,
      context(),
    )
  }

  test.each([
    ['imaps', 'start'],
    ['imap', 'STARTTLS'],
  ] as const)('%s: letters and password pass encrypted', async (protocol, from) => {
    encrypted = await openImapServer({ ...certificate, from })
    encrypted.letters = [letter(3)]
    expect(read(await pollEncrypted(protocol)).titles).toEqual(['Letter 3'])
    expect(encrypted.encrypted.filter((command) => /^(?:LOGIN|UID FETCH)/.test(command)).length).toBeGreaterThan(1)
    const open = encrypted.commands.filter((command) => !encrypted.encrypted.includes(command))
    expect(open.filter((command) => !/^(?:CAPABILITY|STARTTLS|ID\b)/.test(command))).toEqual([])
  })

  test.each([
    ['nobody vouches for', '127.0.0.1', makeCertificate().cert, /certificate/],
    ['no public authority vouches for', '127.0.0.1', '', /certificate/],
    ['is for another name', 'localhost', certificate.cert, /certificate is for another server/],
  ])('a server whose certificate %s hears no password', async (_, host, ca, words) => {
    encrypted = await openImapServer({ ...certificate, from: 'start' })
    encrypted.letters = [letter(3)]
    const outcome = await pollEncrypted('imaps', host, ca)
    expect(outcome).toMatchObject({ type: 'failed', error: expect.stringMatching(words) })
    expect(encrypted.commands).toEqual([])
  })

  test('a mailbox whose certificate nobody vouches for keeps no letter of the other back', async () => {
    encrypted = await openImapServer({ ...certificate, from: 'start' })
    const doubtful = await openImapServer({ ...makeCertificate('mail.example'), from: 'start' })
    encrypted.letters = [letter(3)]
    const mailboxes = [doubtful, encrypted].map(({ port, password }) => ({
      ...{ url: `imaps://me@127.0.0.1:${port}/INBOX`, password, timeoutMs: 3_000, ca: certificate.cert },
    }))
    const feed = { url: FEED, kind: 'mail' as const, sourceId: 'press', state: firstState(FEED, 'press', 0) }
    const { titles, outcome } = read(await imapClient(mailboxes).poll(feed, context()))
    expect(titles).toEqual(['Letter 3'])
    expect(outcome.unread?.error).toMatch(/^mailbox 1 of 2 \(127\.0\.0\.1\): the certificate/)
    expect(doubtful.commands).toEqual([])
    await doubtful.close()
  })

  test('a server that breaks the handshake off fails in words', async () => {
    encrypted = await openImapServer()
    expect(await pollEncrypted('imaps')).toMatchObject({
      type: 'failed',
      error: expect.stringMatching(/TLS|encrypt|answer/),
    })
    expect(encrypted.commands.join()).not.toContain('sesame')
  })
})

test.each([
  ['imaps://me@mail.example/INBOX', { port: 993, secure: true }],
  ['imap://me@mail.example/INBOX', { port: 143, secure: false, doSTARTTLS: true }],
  ['imap://me@192.168.1.5:1143/', { port: 1143, secure: false, doSTARTTLS: true }],
  ['imap://me@127.0.0.1/', { port: 143, secure: false, doSTARTTLS: undefined }],
])('%s is opened with TLS unless it is this machine', (url, expected) => {
  expect(connectionOptions({ url, password: 'x', timeoutMs: 1_000 })).toMatchObject({ ...expected, logger: false })
})
