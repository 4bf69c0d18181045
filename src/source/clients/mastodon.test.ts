import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Answer, type Loopback, openLoopback } from '../testing/loopback.ts'
import { MastodonServer } from '../testing/mastodon-server.ts'
import { pollsOf } from '../testing/poll-client.ts'
import { isNewer } from './mastodon.ts'

let loopback: Loopback
let server: MastodonServer
beforeAll(async () => {
  loopback = await openLoopback()
})
beforeEach(() => {
  loopback.answers.clear()
  loopback.asked.length = 0
  server = new MastodonServer(loopback)
})
afterAll(() => loopback.close())

const hashtag = () => pollsOf(loopback, 'mastodon', `${loopback.url}/api/v1/timelines/tag/ai`)
const uri = (id: number) => `https://s.example/users/a/statuses/${id}`

describe('a Mastodon timeline', () => {
  test('brings posts with what people made of them', async () => {
    server.post(1)
    const { feed } = await hashtag().read()
    expect(feed.entries).toMatchObject([{ id: uri(1), isPost: true, points: 3, comments: 4, authors: ['@a'] }])
  })

  test('loses nothing of a busy hour: the gap to the last poll is read by min_id', async () => {
    const polls = hashtag()
    for (let id = 100; id < 105; id++) server.post(id)
    await polls.read()
    for (let id = 105; id < 225; id++) server.post(id)
    loopback.asked.length = 0
    const { feed } = await polls.read()
    expect(feed.entries.map(({ id }) => id).sort()).toEqual(Array.from({ length: 120 }, (_, n) => uri(105 + n)).sort())
    expect(loopback.asked.filter((path) => path.includes('min_id=104'))).toHaveLength(1)
  })

  test('goes on at the next poll where a gap is too long for one', async () => {
    const polls = hashtag()
    server.post(1_000)
    await polls.read()
    for (let id = 1_001; id <= 1_400; id++) server.post(id)
    const seen = new Set<string | undefined>()
    for (let poll = 0; poll < 3; poll++) for (const { id } of (await polls.read()).feed.entries) seen.add(id)
    expect(seen.size).toBe(400)
  })

  test('an edit is the same entry with another text', async () => {
    server.post(5)
    const polls = hashtag()
    await polls.read()
    Object.assign(server.statuses[0]!, { content: '<p>corrected</p>', edited_at: '2026-11-22T02:00:00.000Z' })
    expect((await polls.read()).feed.entries).toMatchObject([
      { id: uri(5), content: '<p>corrected</p>', updated: '2026-11-22T02:00:00.000Z' },
    ])
  })

  test('a deleted post is withdrawn, once', async () => {
    for (let id = 10; id < 14; id++) server.post(id)
    const polls = hashtag()
    expect((await polls.read()).withdrawn).toEqual([])
    server.remove(11)
    expect((await polls.read()).withdrawn).toEqual([uri(11)])
    expect((await polls.read()).withdrawn).toEqual([])
  })

  test('a post that only lost its hashtag is not withdrawn, nor one whose server is out of order', async () => {
    for (let id = 10; id < 14; id++) server.post(id)
    const polls = hashtag()
    await polls.read()
    server.statuses = server.statuses.filter(({ id }) => id !== '11' && id !== '12')
    loopback.answers.set('/api/v1/statuses/12', ((_, response) => response.writeHead(503).end()) satisfies Answer)
    expect((await polls.read()).withdrawn).toEqual([])
  })

  test('all posts of an account that was emptied are withdrawn, some at each poll', async () => {
    for (let id = 10; id < 20; id++) server.post(id)
    const polls = pollsOf(loopback, 'mastodon', `${loopback.url}/api/v1/accounts/7/statuses`)
    await polls.read()
    for (let id = 10; id < 20; id++) server.remove(id)
    const gone = [...(await polls.read()).withdrawn, ...(await polls.read()).withdrawn]
    expect(gone.sort()).toEqual(Array.from({ length: 10 }, (_, n) => uri(10 + n)))
  })

  test('an id that no server gives is not kept, and hides no later post', async () => {
    const polls = hashtag()
    server.post(1)
    server.statuses.push({ id: '9'.repeat(20_000), content: '<p>far ahead</p>' })
    const first = await polls.read()
    expect(first.feed.entries).toHaveLength(2)
    expect(first.cursor!.length).toBeLessThan(500)
    server.statuses.pop()
    for (let id = 2; id < 60; id++) server.post(id)
    expect((await polls.read()).feed.entries).toHaveLength(58)
  })

  test('heeds what the headers keep from programs', async () => {
    server.post(1)
    loopback.answers.set('/api/v1/timelines/tag/ai', ((request, response) => {
      response.setHeader('x-robots-tag', 'noai, noimageai')
      server.timeline(request, response)
    }) satisfies Answer)
    expect((await hashtag().read()).reserved).toBe('noai')
  })

  test('keeps to the rate limit that the headers tell', async () => {
    loopback.answers.set('/api/v1/timelines/tag/ai', ((_, response) => {
      const headers = {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': new Date(Date.now() + 7_200_000).toISOString(),
      }
      response.writeHead(200, headers).end('[]')
    }) satisfies Answer)
    const polls = hashtag()
    await polls.read()
    expect(polls.state().nextPollAt - Date.now()).toBeGreaterThan(7_000_000)
  })

  test.each([
    [200, '{"error":"This method requires an authenticated user"}', /not with a timeline: "This method requires/],
    [200, '<html>', /not with JSON; it begins with "<html>"/],
    [422, '{"error":"…"}', /the server answered 422/],
  ])('that answers %i %s fails in words', async (status, body, error) => {
    loopback.answers.set('/api/v1/timelines/tag/ai', ((_, response) =>
      response.writeHead(status).end(body)) satisfies Answer)
    expect(await hashtag().outcome()).toMatchObject({ type: 'failed', error: expect.stringMatching(error) })
  })

  test('is found by the address that people see', async () => {
    server.post(1)
    loopback.answers.set('/api/v1/accounts/lookup', { id: '7', acct: 'lam' })
    expect((await pollsOf(loopback, 'mastodon', `${loopback.url}/tags/ai`).read()).feed.entries).toHaveLength(1)
    expect((await pollsOf(loopback, 'mastodon', `${loopback.url}/@lam`).read()).feed.entries).toHaveLength(1)
    expect(loopback.asked).toContain('/api/v1/accounts/lookup?acct=lam')
  })
})

test.each([
  ['9', '10', false],
  ['110', '109', true],
  ['01HZ9', '01HZA', false],
])('%s is newer than %s: %s', (a, b, answer) => expect(isNewer(a, b)).toBe(answer))
