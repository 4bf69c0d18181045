import { expect, test } from 'vitest'
import { parseFeed } from './parse-feed.ts'

const read = (value: unknown) => parseFeed(Buffer.from(JSON.stringify(value)), { kind: 'lobsters' })

/** As `lobste.rs/hottest.json` answers. */
const story = {
  short_id: 'abc123',
  created_at: '2026-11-22T08:00:00.000-06:00',
  title: 'Serving models on one board',
  url: 'https://page.example/board',
  score: 42,
  flags: 0,
  comment_count: 7,
  description: '',
  submitter_user: 'lam',
  tags: ['ai', 'hardware'],
  short_id_url: 'https://lobste.rs/s/abc123',
  comments_url: 'https://lobste.rs/s/abc123/serving_models',
}

test('a submission points to its page, with score and comments', () => {
  expect(read([story]).entries).toMatchObject([
    {
      id: 'https://lobste.rs/s/abc123',
      link: 'https://lobste.rs/s/abc123',
      pointsTo: 'https://page.example/board',
      ...{ points: 42, comments: 7, authors: ['lam'], categories: ['ai', 'hardware'] },
    },
  ])
})

test('older answers name the submitter as an object; what cannot be read is left out', () => {
  const entries = read([
    { ...story, submitter_user: { username: 'ho' } },
    { short_id_url: 'javascript:1', title: 'x' },
    7,
  ]).entries
  expect(entries.map(({ authors }) => authors)).toEqual([['ho']])
  expect(read([]).entries).toEqual([])
})
