import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { idsIn, shippedGazetteer } from './testing/shipped.ts'

interface Case {
  readonly id: number
  readonly lang: string
  readonly text: string
  /** A set. */
  readonly expect: readonly string[]
}

const cases: Case[] = readFileSync(new URL('entities.cases.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))

const gazetteer = shippedGazetteer()

describe('sentences and the entities they name', () => {
  test.each(cases)('$id $lang $text', (each) => {
    expect(idsIn(each.text, gazetteer)).toEqual([...each.expect].sort())
  })
})

test('every named id is in the file', () => {
  const unknown = cases.flatMap((each) => each.expect).filter((id) => !gazetteer.entity(id))
  expect(unknown).toEqual([])
})

test('the founding story names its places and its site', () => {
  const text = `For Hong Kong to succeed in AI, energy cannot be an afterthought
The city's AI Supercomputing Centre cannot grow without power, which the Greater Bay Area has: data centres should rise
in Huizhou and Jiangmen. #AISupercomputingCentre #DayaBay #GreaterBayArea #HongKong #HuaweiTechnologies`
  expect(idsIn(text, gazetteer)).toEqual(['aisc', 'daya-bay-npp', 'gba', 'hong-kong', 'huawei', 'huizhou', 'jiangmen'])
})
