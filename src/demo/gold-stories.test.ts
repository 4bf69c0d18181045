import { expect, test } from 'vitest'
import { buildWorld } from './build-world.ts'
import { goldStories } from './gold-stories.ts'
import { smallEntry, smallPublisher } from './testing/small-world.ts'
import type { DemoEntry } from './world.ts'

const rolesOf = (entries: readonly DemoEntry[], isDigest = false) =>
  goldStories(buildWorld([smallPublisher('rss2')], [{ id: 'event', cases: isDigest ? ['digest'] : [], entries }])).map(
    ({ role }) => role,
  )

test.each([
  ['own words are reports', [smallEntry('rss2', 1), smallEntry('rss2', 2)], ['report', 'report']],
  [
    'the first of equal texts is the report',
    [smallEntry('rss2', 1, { text: 'A' }), smallEntry('rss2', 2, { text: 'A' }), smallEntry('rss2', 3, { text: 'A' })],
    ['report', 'copy', 'copy'],
  ],
  [
    'what points to another is its echo, be it by another address',
    [
      smallEntry('rss2', 1),
      smallEntry('rss2', 2, { pointsTo: 'rss2-1' }),
      smallEntry('rss2', 3, { pointsTo: 'https://relay.example/' }),
    ],
    ['report', 'echo', 'echo'],
  ],
  ['a submission alone echoes nobody', [smallEntry('rss2', 1, { pointsTo: 'https://elsewhere.example/' })], ['report']],
])('%s', (_, entries, roles) => {
  expect(rolesOf(entries)).toEqual(roles)
})

test('a digest mentions', () => {
  expect(rolesOf([smallEntry('rss2', 1)], true)).toEqual(['mention'])
})

test('gives identity and address as published, and no address that nobody should follow', () => {
  const entries = [smallEntry('rss2', 1), smallEntry('rss2', 2, { link: 'javascript:alert(1)' })]
  const world = buildWorld(
    [smallPublisher('rss2', { tracksLinks: true })],
    [{ id: 'event', kind: 'tool', cases: [], entries }],
  )
  expect(goldStories(world)).toEqual([
    {
      source: 'rss2',
      id: 'https://rss2.example/news/rss2-1',
      link: 'https://rss2.example/news/rss2-1',
      event: 'event',
      kind: 'tool',
      role: 'report',
    },
    { source: 'rss2', id: 'rss2.example/rss2-2', event: 'event', kind: 'tool', role: 'report' },
  ])
})
