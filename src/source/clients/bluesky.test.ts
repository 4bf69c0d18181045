import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Answer, type Loopback, openLoopback } from '../testing/loopback.ts'
import { pollsOf } from '../testing/poll-client.ts'

const PATH = '/xrpc/app.bsky.feed.getAuthorFeed'
const uri = (n: number) => `at://did:plc:abc/app.bsky.feed.post/${n}`
const view = (n: number) => ({
  post: {
    uri: uri(n),
    author: { did: 'did:plc:abc', handle: 'lam.example' },
    record: { text: `post ${n}`, createdAt: '2026-11-22T01:00:00Z', langs: ['en'] },
    ...{ likeCount: 3, repostCount: 2, replyCount: 1 },
  },
})

let loopback: Loopback
/** Newest first. */
let posts: number[]
beforeAll(async () => {
  loopback = await openLoopback()
})
beforeEach(() => {
  loopback.asked.length = 0
  const author: Answer = (request, response) => {
    const query = new URL(request.url!, 'http://x').searchParams
    const from = Number(query.get('cursor') ?? 0)
    const page = posts.slice(from, from + Number(query.get('limit')))
    const next = from + page.length < posts.length ? { cursor: String(from + page.length) } : {}
    response.end(JSON.stringify({ feed: page.map(view), ...next }))
  }
  const lookUp: Answer = (request, response) => {
    const uris = new URL(request.url!, 'http://x').searchParams.getAll('uris')
    const found = posts.map(view).filter(({ post }) => uris.includes(post.uri))
    response.end(JSON.stringify({ posts: found.map(({ post }) => post) }))
  }
  loopback.answers.set(PATH, author).set('/xrpc/app.bsky.feed.getPosts', lookUp)
})
afterAll(() => loopback.close())

const author = () => pollsOf(loopback, 'bluesky', `${loopback.url}${PATH}?actor=lam.example`)

test('brings posts with what people made of them', async () => {
  posts = [1]
  expect((await author().read()).feed.entries).toMatchObject([
    { id: uri(1), points: 5, comments: 1, authors: ['@lam.example'] },
  ])
})

test('reads back to the last post seen, over several pages', async () => {
  posts = [1]
  const polls = author()
  await polls.read()
  posts = Array.from({ length: 121 }, (_, n) => 121 - n)
  expect((await polls.read()).feed.entries).toHaveLength(121)
})

test('a deleted post is withdrawn, once; one that only sank is not', async () => {
  posts = Array.from({ length: 50 }, (_, n) => 50 - n)
  const polls = author()
  await polls.read()
  posts = [51, ...posts.filter((n) => n !== 40)]
  expect((await polls.read()).withdrawn).toEqual([uri(40)])
  expect((await polls.read()).withdrawn).toEqual([])
})

test('a search is asked for the latest, and its error comes in words', async () => {
  const path = '/xrpc/app.bsky.feed.searchPosts'
  loopback.answers.set(path, { posts: [view(1).post], hitsTotal: 1 })
  const polls = pollsOf(loopback, 'bluesky', `${loopback.url}${path}?q=%23AI`)
  expect((await polls.read()).feed.entries).toHaveLength(1)
  expect(loopback.asked[0]).toContain('sort=latest')
  loopback.answers.set(path, { error: 'InvalidRequest', message: 'q is required' })
  expect(await polls.outcome()).toMatchObject({ error: expect.stringContaining('not with posts: "q is required"') })
})
