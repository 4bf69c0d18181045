import { describe, expect, test } from 'vitest'
import { compileGazetteer } from './gazetteer.ts'
import { aboutEntities, hubsOf, rollUp } from './roll-up.ts'
import { makeEntity } from './testing/make-entity.ts'
import type { Mention } from './types.ts'

const gazetteer = compileGazetteer([
  makeEntity('openai', ['OpenAI'], { salience: 1 }),
  makeEntity('gpt', ['GPT'], { salience: 1, parent: 'openai' }),
  makeEntity('gpt-5-6', ['GPT-5.6'], { salience: 3, parent: 'gpt' }),
  makeEntity('hong-kong', ['Hong Kong'], { salience: 1, type: 'place', hub: 'hong-kong' }),
  makeEntity('cyberport', ['Cyberport'], { salience: 3, type: 'site', hub: 'hong-kong' }),
  makeEntity('sakana', ['Sakana']),
  makeEntity('tokyo', ['Tokyo'], { type: 'place', hub: 'tokyo' }),
])

function item(title: string, text: string) {
  return { title, mentions: gazetteer.findEntities(`${title}\n${text}`) }
}

const times = (entityId: string, count: number): Mention[] =>
  Array.from({ length: count }, (_, start) => ({ entityId, start, end: start + 1 }))

describe('rollUp', () => {
  test('gives parents less at each step', () => {
    const weights = rollUp(times('gpt-5-6', 2), gazetteer)
    expect([...weights]).toEqual([
      ['gpt-5-6', 1.5],
      ['gpt', 0.75],
      ['openai', 0.375],
    ])
  })

  test('saturates with the number of mentions and stays under salience', () => {
    const weights = [1, 2, 10, 1000].map((count) => rollUp(times('gpt-5-6', count), gazetteer).get('gpt-5-6')!)
    expect(weights).toEqual([...weights].sort((a, b) => a - b))
    expect(weights[3]).toBeLessThan(3)
    expect(weights[2]! / weights[0]!).toBeLessThan(3)
  })

  test('takes the greater of own and rolled-up weight', () => {
    expect(rollUp([...times('gpt-5-6', 2), ...times('openai', 1)], gazetteer).get('openai')).toBe(0.375)
    expect(rollUp([...times('gpt-5-6', 1), ...times('openai', 50)], gazetteer).get('openai')).toBeGreaterThan(0.9)
  })

  test('leaves out what the gazetteer does not know', () => {
    expect(rollUp(times('gone', 3), gazetteer).size).toBe(0)
  })
})

describe('aboutEntities', () => {
  test('puts the telling name in the title first', () => {
    const items = [item('OpenAI ships GPT-5.6', 'From Hong Kong.'), item('GPT-5.6 is here', 'OpenAI says so.')]
    expect(aboutEntities(items, gazetteer, 12)).toEqual(['gpt-5-6', 'openai', 'hong-kong'])
  })

  test('prefers what is in the title over the same in the text', () => {
    expect(aboutEntities([item('Tokyo', 'Sakana')], gazetteer, 2)).toEqual(['tokyo', 'sakana'])
    expect(aboutEntities([item('Sakana', 'Tokyo')], gazetteer, 2)).toEqual(['sakana', 'tokyo'])
  })

  test('prefers what more of the items name', () => {
    const items = [item('News', 'Tokyo'), item('News', 'Tokyo'), item('News', 'Sakana and Tokyo')]
    expect(aboutEntities(items, gazetteer, 1)).toEqual(['tokyo'])
  })

  test('does not depend on the order of items, and honours the limit', () => {
    const items = [item('GPT-5.6', 'Tokyo'), item('Cyberport', 'Hong Kong'), item('Sakana', 'OpenAI')]
    expect(aboutEntities(items, gazetteer, 9)).toEqual(aboutEntities([...items].reverse(), gazetteer, 9))
    expect(aboutEntities(items, gazetteer, 2)).toHaveLength(2)
    expect(aboutEntities([], gazetteer, 5)).toEqual([])
  })
})

describe('hubsOf', () => {
  test('counts what stands in a place, never a head office', () => {
    expect(hubsOf(['sakana', 'openai'], gazetteer)).toEqual([])
    expect(hubsOf(['sakana', 'tokyo'], gazetteer)).toEqual(['tokyo'])
  })

  test('puts the hub named most first, the earlier one where two are even', () => {
    expect(hubsOf(['tokyo', 'hong-kong', 'cyberport'], gazetteer)).toEqual(['hong-kong', 'tokyo'])
    expect(hubsOf(['tokyo', 'hong-kong'], gazetteer)).toEqual(['tokyo', 'hong-kong'])
  })
})
