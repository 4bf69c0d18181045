import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Loopback, openLoopback } from '../testing/loopback.ts'
import { pollsOf } from '../testing/poll-client.ts'

let loopback: Loopback
beforeAll(async () => {
  loopback = await openLoopback()
})
afterAll(() => loopback.close())

/** As in the README of github.com/HackerNews/API. */
const story = (id: number, more: object = {}) => ({
  ...{ id, by: 'lam', descendants: 71, score: 111, time: 1_795_000_000, title: `Story ${id}`, type: 'story' },
  ...{ url: `https://page.example/${id}`, kids: [1], ...more },
})

test('the front page: submissions point to their page, points and comments change, what was removed is withdrawn', async () => {
  loopback.answers
    .set('/v0/topstories.json', [3, 2, 1, 4, 'x'])
    .set('/v0/item/3.json', story(3))
    .set('/v0/item/2.json', story(2, { url: undefined, text: 'Ask HN' }))
    .set('/v0/item/1.json', { id: 77, type: 'story', deleted: true, time: 1 })
    .set('/v0/item/4.json', null)
  const polls = pollsOf(loopback, 'hackernews', `${loopback.url}/v0/topstories.json`)
  const first = await polls.read()
  expect(first.feed.entries).toMatchObject([
    { id: 'https://news.ycombinator.com/item?id=3', pointsTo: 'https://page.example/3', points: 111, comments: 71 },
    { id: 'https://news.ycombinator.com/item?id=2', content: 'Ask HN' },
  ])
  expect(first.withdrawn).toEqual(['https://news.ycombinator.com/item?id=1'])
  loopback.answers.set('/v0/item/3.json', story(3, { score: 200 })).set('/v0/item/2.json', story(2, { dead: true }))
  const second = await polls.read()
  expect(second.feed.entries).toMatchObject([{ points: 200 }])
  expect(second.withdrawn).toContain('https://news.ycombinator.com/item?id=2')
})

test('a list that is none fails in words', async () => {
  loopback.answers.set('/v0/newstories.json', { error: 'Permission denied' })
  const polls = pollsOf(loopback, 'hackernews', `${loopback.url}/v0/newstories.json`)
  expect(await polls.outcome()).toMatchObject({ error: 'the server answered, but not with a list of submissions' })
})

test('answers that are too long together fail in words, before all were asked for', async () => {
  const long = await openLoopback({ maxBodyBytes: 1_000_000 })
  const ids = Array.from({ length: 30 }, (_, at) => at + 1)
  long.answers.set('/v0/topstories.json', ids)
  for (const id of ids) long.answers.set(`/v0/item/${id}.json`, story(id, { text: 'x'.repeat(900_000) }))
  const polls = pollsOf(long, 'hackernews', `${long.url}/v0/topstories.json`)
  expect(await polls.outcome()).toMatchObject({
    error: 'the answers are longer than 8 MB together',
  })
  expect(long.asked.length).toBeLessThan(30)
  await long.close()
})
