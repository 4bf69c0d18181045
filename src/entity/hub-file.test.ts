import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { HubFileError, parseHubs } from './hub-file.ts'
import { shippedGazetteer } from './testing/shipped.ts'

const file = new URL('../../data/hubs.jsonl', import.meta.url)

describe('the shipped hubs', () => {
  const hubs = parseHubs(readFileSync(file, 'utf8'), 'data/hubs.jsonl')
  const ids = new Set(hubs.map(({ id }) => id))
  const gazetteer = shippedGazetteer()

  test('have a name in each language of the interface', () => {
    const lacking = hubs.filter(({ names }) => ['en', 'zh-Hant', 'zh-Hans', 'ja'].some((language) => !names[language]))
    expect(lacking).toEqual([])
  })
  test('are entities that stand in themselves', () => {
    for (const { id } of hubs) expect(gazetteer.entity(id)?.hub, id).toBe(id)
  })
  test('are all that entities name as hub', () => {
    const unknown = gazetteer.entities().filter(({ hub }) => hub !== undefined && !ids.has(hub))
    expect(unknown.map(({ id }) => id)).toEqual([])
  })
})

const tokyo = '{"id":"tokyo","names":{"en":["Tokyo"],"ja":["東京"]},"parents":["japan"]}'

test('reads hubs in order, blank lines aside', () => {
  expect(parseHubs(`\n${tokyo}\n\n`, 'f')).toEqual([
    { id: 'tokyo', names: { en: ['Tokyo'], ja: ['東京'] }, parents: ['japan'] },
  ])
})

test.each<[string, string, RegExp]>([
  ['no JSON', `${tokyo}\n{`, /^f, line 2: no JSON/],
  ['null', 'null', /"id" must be kebab case/],
  ['a hub twice', `${tokyo}\n${tokyo}`, /line 2: "tokyo" stands there already/],
  ['no parents', '{"id":"a","names":{"en":["A"]}}', /"parents"/],
  ['names that are none', '{"id":"a","names":7,"parents":[]}', /"names" must be an object/],
  ['an empty name', '{"id":"a","names":{"en":[""]},"parents":[]}', /"names\.en" must be a list/],
  ['no English name', '{"id":"a","names":{"ja":["ア"]},"parents":[]}', /"names\.en" is missing/],
])('refuses %s', (_what, text, message) => {
  expect(() => parseHubs(text, 'f')).toThrow(HubFileError)
  expect(() => parseHubs(text, 'f')).toThrow(message)
})
