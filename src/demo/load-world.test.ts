import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { loadWorld } from './load-world.ts'
import { DemoWorldError } from './world-error.ts'

const PUBLISHER =
  '{ id: tide, name: Tide, homepage: "https://tide.example/", format: atom, language: en, country: SG, family: tide, type: press, tier: 2, tierReason: Own reporters }'
const ENTRY = '{ feed: tide, at: 5, title: Low tide, text: The water is low. }'

let directory: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'demo-world-'))
  mkdirSync(join(directory, 'events'))
})
afterEach(() => rmSync(directory, { recursive: true }))

function load(publishers: string, events: string) {
  writeFileSync(join(directory, 'publishers.yaml'), publishers)
  writeFileSync(join(directory, 'events', 'a.yaml'), events)
  return loadWorld(directory)
}

describe('loadWorld', () => {
  test('reads publishers and events and fills in what is left out', () => {
    const world = load(`- ${PUBLISHER}`, `- { id: tides, cases: [meme], entries: [${ENTRY}] }`)
    expect(world.publisher('tide')).toMatchObject({ kind: 'atom', countsAsIndependent: true, conduct: {}, topics: [] })
    expect(world.entry('tides-1')).toEqual({
      key: 'tides-1',
      eventId: 'tides',
      feedId: 'tide',
      minute: 5,
      title: 'Low tide',
      text: 'The water is low.',
      categories: [],
      date: 'said',
    })
    expect(world.events[0]!.cases).toEqual(['meme'])
  })

  test('reads every file of events in the order of their names', () => {
    writeFileSync(join(directory, 'events', 'b.yaml'), `- { id: second, entries: [${ENTRY}] }`)
    writeFileSync(join(directory, 'events', 'notes.txt'), 'no events')
    const world = load(`- ${PUBLISHER}`, `- { id: first, entries: [${ENTRY}] }`)
    expect(world.events.map(({ id }) => id)).toEqual(['first', 'second'])
    expect(world.entriesOf('tide')).toHaveLength(2)
  })

  const event = (entry: string) => `- { id: tides, entries: [${entry}] }`
  test.each([
    ['broken YAML', `- ${PUBLISHER}`, '- { id: [', /events\/a\.yaml: /],
    ['an unknown field', `- ${PUBLISHER}`, event('{ feed: tide, at: 5, text: A, titel: B }'), /0\.entries\.0: .*titel/],
    ['a minute after the day', `- ${PUBLISHER}`, event('{ feed: tide, at: 1440, text: A }'), /0\.entries\.0\.at: /],
    [
      'an edit before the entry',
      `- ${PUBLISHER}`,
      event('{ feed: tide, at: 9, text: A, edit: { at: 8 } }'),
      /edit after/,
    ],
    ['a deletion at once', `- ${PUBLISHER}`, event('{ feed: tide, at: 9, text: A, deletedAt: 9 }'), /deletion after/],
    ['an entry that says nothing', `- ${PUBLISHER}`, event('{ feed: tide, at: 9 }'), /expected a text, or pointsTo/],
    ['a control character', `- ${PUBLISHER}`, event('{ feed: tide, at: 9, text: "a\\u0001b" }'), /control characters/],
    ['a case nobody knows', `- ${PUBLISHER}`, `- { id: a, cases: [odd], entries: [${ENTRY}] }`, /0\.cases\.0: /],
    ['an event without entries', `- ${PUBLISHER}`, '- { id: a, entries: [] }', /0\.entries: /],
    ['a feed nobody has', `- ${PUBLISHER}`, event('{ feed: tied, at: 9, text: A }'), /is in feed tied, which/],
    ['a link to nothing', `- ${PUBLISHER}`, event('{ feed: tide, at: 9, text: "See [[gone|it]]." }'), /links to gone,/],
    [
      'a target that is nothing',
      `- ${PUBLISHER}`,
      event('{ feed: tide, at: 9, text: A, pointsTo: gone }'),
      /links to gone,/,
    ],
    [
      'a key used twice',
      `- ${PUBLISHER}`,
      event('{ feed: tide, at: 9, text: A, key: tides-2 }, { feed: tide, at: 9, text: A }'),
      /key tides-2 is used twice/,
    ],
    [
      'an event named twice',
      `- ${PUBLISHER}`,
      `- { id: a, entries: [${ENTRY}] }\n- { id: a, entries: [{ feed: tide, at: 1, text: A, key: x }] }`,
      /id a is used twice/,
    ],
    [
      'a real-looking homepage',
      `- ${PUBLISHER.replace('tide.example', 'tide.com')}`,
      event(ENTRY),
      /publishers\.yaml: 0\.homepage: .*\.example/,
    ],
    ['a tier beyond four', `- ${PUBLISHER.replace('tier: 2', 'tier: 5')}`, event(ENTRY), /publishers\.yaml: 0\.tier: /],
    [
      'a time span that ends before it begins',
      `- ${PUBLISHER.replace(' }', ', conduct: { fails: { from: 9, to: 3 } } }')}`,
      event(ENTRY),
      /from to be before to/,
    ],
  ])('says what is wrong with %s', (_, publishers, events, message) => {
    expect(() => load(publishers, events)).toThrow(DemoWorldError)
    expect(() => load(publishers, events)).toThrow(message)
  })

  test('names a missing file', () => {
    expect(() => loadWorld(directory)).toThrow(/publishers\.yaml: ENOENT/)
  })
})
