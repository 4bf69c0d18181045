import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { member } from '../summary/testing/member.ts'
import { loadBeat } from './beat.ts'
import { loadGazetteer } from './gazetteer-file.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'auspex-beat-'))
  mkdirSync(join(folder, 'hubs'))
  const own = {
    ...{ id: 'elbonia-city', names: { en: ['Elbonia City'] }, lat: 1, lng: 2, parents: [] },
    ...{ jurisdiction: 'KR', timeZone: 'Asia/Seoul' },
  }
  writeFileSync(join(folder, 'hubs/hubs.jsonl'), `${JSON.stringify(own)}\n`)
})
afterAll(() => rmSync(folder, { recursive: true }))

test('an operator’s own hub is found in text, and only with his folder', () => {
  const text = 'A data centre opens in Elbonia City.'
  const idsIn = (gazetteer: ReturnType<typeof loadGazetteer>) =>
    gazetteer.findEntities(text).map(({ entityId }) => entityId)
  expect(idsIn(loadGazetteer(folder))).toContain('elbonia-city')
  expect(idsIn(loadBeat(folder).gazetteer)).toContain('elbonia-city')
  expect(idsIn(loadGazetteer())).not.toContain('elbonia-city')
})

describe('a beat of the operator’s own', () => {
  const garden = (): string => mkdtempSync(join(folder, 'garden-'))
  const apples = member(1, { title: 'Frost takes the Bramley harvest', text: 'Growers in Kent lost half of it.' })

  test('words of his file decide in place of the shipped ones', () => {
    const own = garden()
    writeFileSync(join(own, 'beat.yaml'), 'tagline: {en: Orchard news}\nwords: [harvest]\n')
    const { scope, rules } = loadBeat(own)
    expect(scope.covers([apples])).toBe(true)
    expect(scope.covers([member(2, { title: 'AI tutors come to 40 schools' })])).toBe(false)
    expect(loadBeat().scope.covers([apples])).toBe(false)
    expect(rules.tagline).toEqual({ en: 'Orchard news' })
  })

  test('everything may be of the beat, the shipped entities and the hubs left out', () => {
    const own = garden()
    writeFileSync(
      join(own, 'beat.yaml'),
      'tagline: {en: Orchard news}\neverything: true\nshippedEntities: false\nhubs: false\n',
    )
    writeFileSync(
      join(own, 'entities.jsonl'),
      `${JSON.stringify({ id: 'bramley', type: 'product', names: { en: ['Bramley'] }, salience: 3 })}\n`,
    )
    const { scope, gazetteer } = loadBeat(own)
    expect(scope.covers([apples])).toBe(true)
    expect(gazetteer.entities().map(({ id }) => id)).toEqual(['bramley'])
    expect(
      loadGazetteer(own)
        .entities()
        .map(({ id }) => id),
    ).toEqual(['bramley'])
  })

  test('his entities add to the shipped ones and replace those of the same id; where hubs are left out no entity stands in one', () => {
    const own = garden()
    writeFileSync(join(own, 'beat.yaml'), 'tagline: {en: Orchard news}\neverything: true\nhubs: false\n')
    const lines = [
      { id: 'bramley', type: 'product', parent: 'nvidia', names: { en: ['Bramley'] }, salience: 3 },
      { id: 'nvidia', type: 'company', names: { en: ['Nvidia Orchards'] }, salience: 2 },
    ]
    writeFileSync(join(own, 'entities.jsonl'), lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
    const { gazetteer } = loadBeat(own)
    expect(gazetteer.displayName('nvidia', 'en')).toBe('Nvidia Orchards')
    expect(gazetteer.lineage('bramley')).toEqual(['bramley', 'nvidia'])
    expect(gazetteer.entities().length).toBeGreaterThan(1_000)
    expect(gazetteer.entities().filter(({ hub }) => hub !== undefined)).toEqual([])
  })

  test('a name that a shipped entity has is refused with the line of the own file', () => {
    const own = garden()
    writeFileSync(
      join(own, 'entities.jsonl'),
      `${JSON.stringify({ id: 'green', type: 'company', names: { en: ['Nvidia'] }, salience: 2 })}\n`,
    )
    expect(() => loadBeat(own)).toThrow(
      /(?:One|\d) problems? in .*entities\.jsonl:\n {2}.*entities\.jsonl, line 1, names: "Nvidia" is a name of "nvidia" too/,
    )
  })
})
