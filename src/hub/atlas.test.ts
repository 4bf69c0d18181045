import { describe, expect, test } from 'vitest'
import { shippedGazetteer } from '../entity/testing/shipped.ts'
import { DataFileError } from '../lib/data-file-error.ts'
import { UI_LANGUAGES } from '../lib/ui-languages.ts'
import { type AtlasFiles, compileAtlas } from './atlas.ts'
import type { Atlas } from './atlas-types.ts'
import { nameIn } from './names.ts'
import { shippedAtlas } from './testing/shipped-atlas.ts'

const LANGUAGES = ['en', 'zh-Hant', 'zh-Hans', 'ja']

describe('the shipped hub data', () => {
  const atlas = shippedAtlas()
  const gazetteer = shippedGazetteer()

  test('has 23 hubs and a region, 19 facets, 10 markets', () => {
    expect(atlas.hubs.filter(({ isRegion }) => !isRegion)).toHaveLength(23)
    expect(atlas.hubs.filter(({ isRegion }) => isRegion).map(({ id }) => id)).toEqual(['gba'])
    expect(atlas.facets).toHaveLength(19)
    expect(atlas.markets).toHaveLength(10)
  })
  test('has a name in each language of the interface', () => {
    const named = [...atlas.hubs, ...atlas.areas, ...atlas.facets, ...atlas.markets, ...atlas.indicators]
    expect(
      named.filter(({ names }) => UI_LANGUAGES.some((language) => !names[language]?.[0])).map(({ id }) => id),
    ).toEqual([])
  })
  test('says every remark, level and note in each language of the interface', () => {
    const said = [
      ...atlas.hubs.map(({ note }) => note),
      ...atlas.references.filter(({ isOwn }) => isOwn).map(({ title }) => title),
      ...atlas.indicators.flatMap(({ about, rubric }) => [about, ...rubric.map(({ means }) => means)]),
      ...notesOf(atlas).map((note) => atlas.note(note)?.names ?? { en: [note] }),
    ].filter((names) => names !== undefined)
    expect(said.length).toBeGreaterThan(90)
    expect(said.filter((names) => UI_LANGUAGES.some((language) => !names[language]?.[0]))).toEqual([])
  })
  test('keeps every figure and date of a note, and adds none, in each language', () => {
    const changed = notesOf(atlas).flatMap((note) =>
      UI_LANGUAGES.map((language) => nameIn(atlas.note(note)!.names, language)).filter(
        (said) => figuresOf(said).join() !== figuresOf(note).join(),
      ),
    )
    expect(changed).toEqual([])
  })
  test('has hubs that are entities and stand in themselves', () => {
    for (const { id } of atlas.hubs) expect(gazetteer.entity(id)?.hub, id).toBe(id)
  })
  test('has all that entities name as hub', () => {
    const unknown = gazetteer.entities().filter(({ hub }) => hub !== undefined && !atlas.hub(hub))
    expect(unknown.map(({ id }) => id)).toEqual([])
  })
  test('has cues in four languages for every facet that collects evidence', () => {
    const lacking = atlas.facets.filter(
      ({ isGuide, keywords }) => !isGuide && LANGUAGES.some((l) => !keywords[l]?.length),
    )
    expect(lacking.map(({ id }) => id)).toEqual([])
  })
  test('gives each law a source that readers can open, and a date', () => {
    const laws = atlas.areas.flatMap(({ id, needsLocalEntity, needsUsChipLicence, dataContract }) =>
      [needsLocalEntity, needsUsChipLicence, dataContract?.sources].flatMap((said) => (said ? [{ id, said }] : [])),
    )
    expect(laws.map(({ id }) => id)).toEqual(['HK', 'HK', 'CN', 'CN', 'MO', 'MO'])
    for (const { id, said } of laws) {
      expect(said, id).not.toEqual([])
      for (const { source, date } of said) {
        expect(atlas.reference(source)?.url, source).toMatch(/^https:/)
        expect(date).toMatch(/^20\d\d-\d\d/)
      }
    }
  })
  test('gives each value unit, scope, method, date and a source that is known', () => {
    for (const hub of atlas.hubs) {
      for (const { id, unit } of atlas.indicators) {
        for (const each of atlas.observations(hub.id, id)) {
          expect(each).toMatchObject({ unit, scope: expect.any(String), method: expect.any(String) })
          expect(each.date).toMatch(/^\d{4}/)
          expect(atlas.reference(each.source), each.source).toBeDefined()
          expect(each.lo <= each.value && each.value <= each.hi, JSON.stringify(each)).toBe(true)
        }
      }
    }
  })
  test.each([
    ['hong-kong', 590, 505, 682],
    ['tokyo', 535, 453, 535],
    ['osaka', 370, 296, 370],
    ['fukuoka', 307, 289, 325],
    ['taipei', 519, 439, 635],
    ['shenzhen', 485, 340, 631],
  ])('grid carbon of %s is %d, and what other sources say is its interval', (hub, value, lo, hi) => {
    const reading = atlas.reading(hub, 'carbon')!
    expect(reading.observation).toMatchObject({ value, source: 'electricity-maps' })
    expect([Math.round(reading.lo), Math.round(reading.hi)]).toEqual([lo, hi])
  })
  test('says where a value was made for a wider place', () => {
    expect(atlas.reading('huizhou', 'carbon')!.observation).toMatchObject({ method: 'inherited', madeFor: 'zone/CN' })
    expect(atlas.reading('osaka', 'regulatory-flexibility')!.observation.madeFor).toBe('jurisdiction/JP')
  })
  test('takes no forecast for a value', () => {
    expect(atlas.reading('hong-kong', 'ai-compute')!.observation.value).toBe(1_300)
  })
  test('leaves out a source, or methods, where asked', () => {
    expect(atlas.reading('hong-kong', 'carbon', { source: 'electricity-maps' })!.observation.source).toBe(
      'google-cloud',
    )
    expect(atlas.reading('huizhou', 'price', { methods: ['assumed'] })).toBeUndefined()
  })
})

function notesOf(atlas: Atlas): readonly string[] {
  const all = atlas.hubs.flatMap(({ id }) => atlas.indicators.flatMap((each) => atlas.observations(id, each.id)))
  return [...new Set(all.flatMap(({ note }) => note ?? []))]
}

const HALF_YEARS: readonly [RegExp, string][] = [
  [/上半年|上半期|상반기/g, ' 1 '],
  [/下半年|下半期|하반기/g, ' 2 '],
]
const MANY: Readonly<Record<string, number>> = {
  ...{ million: 1e6, 萬: 1e4, 万: 1e4, 만: 1e4 },
  ...{ billion: 1e9, 億: 1e8, 亿: 1e8, 억: 1e8 },
}

/** The numbers of a text, sorted: `30 million` and `3,000萬` are the same one. */
function figuresOf(text: string): readonly string[] {
  const plain = HALF_YEARS.reduce((all, [word, number]) => all.replace(word, number), text)
  const found = plain.matchAll(/(\d[\d,]*(?:\.\d+)?)\s*(million|billion|[萬万만億亿억])?/g)
  return [...found].map(([, digits, many]) => String(Number(digits!.replaceAll(',', '')) * (MANY[many!] ?? 1))).sort()
}

const files: AtlasFiles = {
  hubs: file(
    'hubs',
    '{"id":"a","names":{"en":"A"},"parents":[],"lat":0,"lng":0,"jurisdiction":"JP"}',
    '{"id":"b","names":{"en":"B"},"parents":[],"lat":0,"lng":10,"jurisdiction":"JP"}',
  ),
  areas: file('areas', '{"id":"JP","kind":"jurisdiction","names":{"en":"Japan"}}'),
  facets: file('facets', '{"id":"finance","names":{"en":"Finance"}}'),
  decision: file(
    'decision',
    'leastCoverage: 0.75',
    'concentration: { low: 20, mid: 60, high: 200 }',
    'power: { freeMW: 5, largeMW: 300, heavyTraining: 0.5, levelAboveFree: 2, levelAboveLarge: 3 }',
    'split:',
    '  weights: { train: 0.5, serve: 0.3, link: 0.1, dataFlow: 0.1 }',
    '  foreignFlow: 0.4',
    '  train: { criteria: [{ id: rent }], why: { en: x } }',
    '  serve: { criteria: [{ id: rent }], why: { en: x } }',
  ),
  references: file('references', '{"id":"us","title":"Ours","publisher":"Us"}'),
  indicators: [
    file(
      'rent',
      'id: rent',
      'facet: finance',
      'names: {en: Rent}',
      'unit: USD',
      'direction: down',
      'isCriterion: true',
      'anchors: { best: 1, worst: 9, scale: linear }',
      'column: own-source',
      'staleAfterDays: 9',
    ),
  ],
  observations: new Map([
    [
      'rent',
      file(
        'rent.csv',
        'place,value,unit,scope,method,date,source',
        'jurisdiction/JP,5,USD,country,coded,2025,us',
        'a,4,USD,city,reported,2025,us',
      ),
    ],
  ]),
}

function file(name: string, ...lines: string[]) {
  return { name, text: lines.join('\n') }
}

test('a hub, indicator and values are added in files alone', () => {
  const atlas = compileAtlas([files])
  expect(atlas.reading('a', 'rent')!.observation).toMatchObject({ value: 4, scope: 'city' })
  expect(atlas.reading('b', 'rent')!.observation).toMatchObject({ value: 5, madeFor: 'jurisdiction/JP' })
})

test('an operator’s own folder replaces lines of the same id and adds others', () => {
  const own: AtlasFiles = {
    hubs: file('own/hubs', '{"id":"b","names":{"en":"Bee"},"parents":[],"lat":0,"lng":9,"jurisdiction":"JP"}'),
    indicators: [],
    observations: new Map([
      ['rent', file('own/rent.csv', 'place,value,unit,scope,method,date,source', 'b,7,USD,city,measured,2026,us')],
    ]),
  }
  const atlas = compileAtlas([files, own])
  expect(atlas.hubs.map(({ names }) => names.en![0])).toEqual(['A', 'Bee'])
  expect(atlas.reading('b', 'rent')!.observation.value).toBe(7)
})

test('a law is said by a reference, or by nobody', () => {
  const withLaw = (law: string) => ({
    ...files,
    areas: file('areas', `{"id":"JP","kind":"jurisdiction","names":{"en":"Japan"},${law}}`),
  })
  const law = (written: string) => compileAtlas([withLaw(written)]).area('JP')!
  expect(law('"needsLocalEntity":true').needsLocalEntity).toEqual([])
  expect(law('"needsLocalEntity":false').needsLocalEntity).toBeUndefined()
  const said = [{ source: 'us', date: '2026-05' }]
  expect(law(`"needsLocalEntity":${JSON.stringify(said)}`).needsLocalEntity).toEqual(said)
  expect(law('"dataContract":{"region":"a","jurisdiction":"JP"}').dataContract!.sources).toEqual([])
  expect(() => law('"needsUsChipLicence":[{"source":"them","date":"2026"}]')).toThrow(
    'areas, line 1, needsUsChipLicence: "them" is no reference',
  )
  expect(() => law('"needsUsChipLicence":[{"source":"us","date":"lately"}]')).toThrow('areas, line 1')
  expect(() => law('"needsUsChipLicence":[]')).toThrow('areas, line 1')
})

test('a folder without notes.jsonl keeps its notes in English', () => {
  const atlas = compileAtlas([{ ...files, ...noted('small rooms') }])
  expect(atlas.reading('a', 'rent')!.observation.note).toBe('small rooms')
  expect(atlas.note('small rooms')).toBeUndefined()
})

test('an operator’s own folder puts a note in better words', () => {
  const own: AtlasFiles = { notes: notes('small rooms', '小型房間'), indicators: [], observations: new Map() }
  const atlas = compileAtlas([{ ...files, ...noted('small rooms', notes('small rooms')) }, own])
  expect(atlas.note('small rooms')!.names['zh-Hant']).toEqual(['小型房間'])
})

test.each<[string, Partial<AtlasFiles>, RegExp]>([
  ['no JSON', { hubs: file('h', '{') }, /h, line 1: is no JSON/],
  [
    'an unknown field',
    { facets: file('f', '{"id":"finance","names":{"en":"F"},"colour":1}') },
    /f, line 1, colour: is no field/,
  ],
  [
    'no English name',
    { facets: file('f', '{"id":"finance","names":{"ja":"ア"}}') },
    /f, line 1, names: needs a name in en/,
  ],
  ['a hub twice', { hubs: file('h', files.hubs!.text, files.hubs!.text) }, /h, line 3, id: "a" stands there already/],
  ['an unknown jurisdiction', { areas: file('areas') }, /hubs, line 1, jurisdiction: "JP" is no area/],
  [
    'a latitude off the globe',
    { hubs: file('h', '{"id":"a","names":{"en":"A"},"parents":[],"lat":91,"lng":0,"jurisdiction":"JP"}') },
    /h, line 1, lat:/,
  ],
  ['a number that is none', rent('a,4 or 5,USD,city,reported,2025,us'), /rent\.csv, line 2, value: must be a number/],
  ['another unit', rent('a,4,EUR,city,reported,2025,us'), /rent\.csv, line 2, unit: must be USD/],
  ['an unknown source', rent('a,4,USD,city,reported,2025,them'), /rent\.csv, line 2, source: "them" is no reference/],
  ['an unknown place', rent('c,4,USD,city,reported,2025,us'), /rent\.csv, line 2, place: there is no hub at "c"/],
  ['an unknown method', rent('a,4,USD,city,guessed,2025,us'), /rent\.csv, line 2, method:/],
  ['a month that is none', rent('a,4,USD,city,reported,2025-13,us'), /rent\.csv, line 2, date: must be/],
  [
    'values of no indicator',
    { observations: new Map([['rend', file('rend.csv', 'place')]]) },
    /rend\.csv: there is no indicator "rend"/,
  ],
  [
    'a currency in words',
    { currencies: file('c', '{"id":"Yen","usd":1,"lo":1,"hi":1,"date":"2026","source":"us"}') },
    /c, line 1, id: must be three capital letters such as HKD/,
  ],
  [
    'a rate outside its interval',
    { currencies: file('c', '{"id":"JPY","usd":2,"lo":1,"hi":1,"date":"2026","source":"us"}') },
    /c, line 1, hi: is below the rate/,
  ],
  [
    'a rate from nobody',
    { currencies: file('c', '{"id":"JPY","usd":1,"lo":1,"hi":1,"date":"2026","source":"them"}') },
    /c, line 1, source: "them" is no reference/,
  ],
  [
    'a time zone that is none',
    { hubs: file('h', files.hubs!.text.replace('"lat":0', '"timeZone":"Asia/Nowhere","lat":0')) },
    /h, line 1, timeZone: is no time zone such as "Asia\/Hong_Kong"/,
  ],
  [
    'a grid zone that nobody has figures of',
    { hubs: file('h', files.hubs!.text.replace('"lat":0', '"gridZone":"JP-XX","lat":0')) },
    /h, line 1, gridZone: "JP-XX" is no zone of the yearly grid data/,
  ],
  [
    'a note that is not in the folder’s notes',
    noted('large rooms', notes('small rooms')),
    /rent\.csv, line 2, note: stands not in notes, and so in no other language/,
  ],
  ['the note of no value', { notes: notes('large rooms') }, /notes, line 1, en: is the note of no value/],
  [
    'a note that lacks a language',
    noted('small rooms', file('notes', '{"en":"small rooms","zh-Hant":"a","zh-Hans":"b","ja":"c"}')),
    /notes, line 1, ko: is missing/,
  ],
  [
    'a note in a language of no reader of ours',
    noted('small rooms', file('notes', notes('small rooms').text.replace('"ko"', '"fr":"x","ko"'))),
    /notes, line 1, fr: is no field/,
  ],
  [
    'a note twice',
    noted('small rooms', notes('small rooms', '房間', 2)),
    /notes, line 2, id: "small rooms" stands there already/,
  ],
  ['a file of another name', { unknown: ['own/hubs/hubs.json'] }, /own\/hubs\/hubs\.json: is no file of hub data/],
  ['no rules of decision', { decision: undefined }, /hubs\/decision\.yaml: is missing/],
  [
    'split weights that do not sum to 1',
    decision('train: 0.5', 'train: 0.6'),
    /decision, split\.weights: must sum to 1/,
  ],
  [
    'a side judged by what is no criterion',
    decision('serve: { criteria: [{ id: rent }]', 'serve: { criteria: [{ id: luck }]'),
    /decision, split\.serve: "luck" is no indicator that is a criterion/,
  ],
  [
    'an anchor at 0 on a log scale',
    anchors('{ best: 9, worst: 0, scale: log }'),
    /rent\b.*, anchors: must be above 0 on a log scale/,
  ],
  ['anchors that are one', anchors('{ best: 9, worst: 9, scale: linear }'), /rent\b.*, anchors: must differ/],
  ['a quote left open', rent('"a,4'), /rent\.csv.*: is no table/],
])('refuses %s, with file, line and field', (_what, change, message) => {
  const compile = () => compileAtlas([{ ...files, ...change }])
  expect(compile).toThrow(DataFileError)
  expect(compile).toThrow(message)
})

function decision(from: string, to: string): Partial<AtlasFiles> {
  return { decision: file('decision', files.decision!.text.replace(from, to)) }
}

function anchors(written: string): Partial<AtlasFiles> {
  const text = files.indicators[0]!.text.replace(/anchors: .*/, `anchors: ${written}`)
  return { indicators: [{ name: 'rent', text }] }
}

function noted(note: string, notesFile?: AtlasFiles['notes']): Partial<AtlasFiles> {
  const table = file(
    'rent.csv',
    'place,value,unit,scope,method,date,source,note',
    `a,4,USD,city,reported,2025,us,${note}`,
  )
  return { observations: new Map([['rent', table]]), notes: notesFile }
}

function notes(en: string, hant = '小房間', lines = 1) {
  const line = JSON.stringify({ en, 'zh-Hant': hant, 'zh-Hans': '小房间', ja: '小さな部屋', ko: '작은 방' })
  return file('notes', ...Array.from({ length: lines }, () => line))
}

function rent(line: string): Partial<AtlasFiles> {
  return { observations: new Map([['rent', file('rent.csv', 'place,value,unit,scope,method,date,source', line)]]) }
}
