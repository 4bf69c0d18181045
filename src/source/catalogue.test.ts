import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DataFileError, type FileProblem } from '../lib/data-file-error.ts'
import { cpuMs } from '../lib/testing/cpu-ms.ts'
import { type Catalogue, mergeCatalogues, parseCatalogue, writeCatalogue } from './catalogue.ts'
import { SOURCE_KINDS, SOURCE_TYPES, type Source } from './types.ts'

const whole = `sources:
  - id: harbour-wire
    name: Harbour Wire
    homepage: https://harbour.example/
    feeds:
      - https://harbour.example/feed
    language: en
    country: HK
    family: Harbour Group
    type: wire
    tier: 2
    tierReason: Edited newsroom that publishes corrections.
`

function problemsOf(yaml: string): string[] {
  try {
    parseCatalogue(yaml, 'own.yaml')
  } catch (error) {
    if (error instanceof DataFileError)
      return error.message
        .split('\n')
        .slice(1)
        .map((line) => line.trim())
    throw error
  }
  return []
}

describe('a catalogue', () => {
  test('is read, with what may be left out', () => {
    expect(parseCatalogue(whole, 'own.yaml')).toEqual({
      switchedOff: [],
      sources: [
        {
          id: 'harbour-wire',
          name: 'Harbour Wire',
          homepage: 'https://harbour.example/',
          kind: 'rss',
          feeds: [{ url: 'https://harbour.example/feed' }],
          language: 'en',
          country: 'HK',
          family: 'Harbour Group',
          type: 'wire',
          tier: 2,
          tierReason: 'Edited newsroom that publishes corrections.',
          topics: [],
          hubs: [],
          isEnabled: true,
          isMirror: false,
          countsAsIndependent: true,
        },
      ],
    })
  })

  test('an empty one has no sources', () => {
    expect(parseCatalogue('', 'own.yaml')).toEqual({ sources: [], switchedOff: [] })
    expect(parseCatalogue('sources: []', 'own.yaml').sources).toEqual([])
  })

  test.each([
    [
      'tier: 2',
      'tier: 5',
      'own.yaml, line 11, harbour-wire, tier: must be 1 (primary), 2 (reporting), 3 (commentary) or 4 (open community)',
    ],
    [
      '    tierReason: Edited newsroom that publishes corrections.\n',
      '',
      'own.yaml, line 2, harbour-wire, tierReason: missing or no text: give one sentence that says why the source has its tier',
    ],
    [
      'tierReason:',
      'tierReson: x\n    tierReason:',
      'own.yaml, line 12, harbour-wire, tierReson: is not known; did you mean "tierReason"?',
    ],
    ['tier: 2', 'tiers: 2\n    tier: 2', 'own.yaml, line 11, harbour-wire, tiers: is not known; did you mean "tier"?'],
    ['type: wire', 'type: paper', `own.yaml, line 10, harbour-wire, type: must be one of ${SOURCE_TYPES.join(', ')}`],
    [
      'language: en',
      'language: English',
      'own.yaml, line 7, harbour-wire, language: must be a language tag such as en, zh-Hant, ja, or mul for mixed ones',
    ],
    [
      'country: HK',
      'country: Hong Kong',
      'own.yaml, line 8, harbour-wire, country: must be two capital letters such as HK, or EU, or INT for no single one, or ZZ if it is not known',
    ],
    [
      '- https://harbour.example/feed',
      '- harbour.example/feed',
      'own.yaml, line 6, harbour-wire, feeds: is no address of a feed: it must begin with https://, http://, wss:// or mailto:',
    ],
    [
      '- https://harbour.example/feed',
      '- file:///etc/passwd',
      'own.yaml, line 6, harbour-wire, feeds: is no address of a feed: it must begin with https://, http://, wss:// or mailto:',
    ],
    [
      'id: harbour-wire',
      'id: Harbour Wire',
      'own.yaml, line 2, Harbour Wire, id: may hold small letters, digits and single hyphens only, e.g. "hong-kong-observer"',
    ],
    ['type: wire', 'type: wire\n    enabled: maybe', 'own.yaml, line 11, harbour-wire, enabled: must be true or false'],
  ])('%s → %s is reported with its line', (right, wrong, problem) => {
    expect(problemsOf(whole.replace(right, wrong))).toEqual([problem])
  })

  test('every problem is reported, not only the first', () => {
    const problems = problemsOf(
      whole.replace('tier: 2', 'tier: 9').replace('type: wire', 'type: x').replace('country: HK', 'country: h'),
    )
    expect(problems).toHaveLength(3)
  })

  test('ids and addresses that came before are reported with both places', () => {
    const twice =
      whole +
      whole.replace('sources:\n', '').replace('https://harbour.example/feed', 'http://www.harbour.example/feed/')
    expect(problemsOf(twice)).toEqual([
      'own.yaml, line 13, harbour-wire, id: is taken already, on line 2; ids are never reused',
      'own.yaml, line 17, harbour-wire, feeds: http://www.harbour.example/feed/ is polled for "harbour-wire" already, on line 6',
    ])
  })

  test.each([
    ['sources: 5', 'own.yaml, line 1: must hold a list named "sources"'],
    ['- id: x', 'own.yaml, line 1: must hold a list named "sources"'],
    ['sources: [5]', 'own.yaml, line 1: must be a source: fields such as "id" and "feeds"'],
    ['version: 1\nsources: []', 'own.yaml, line 1: holds "version" beside "sources"; take that out'],
  ])('%j', (yaml, problem) => expect(problemsOf(yaml)).toEqual([problem]))

  test.each(['feeds: *none', '<<: *none', 'feeds: [*none]'])('an alias that names nothing says where: %s', (line) => {
    expect(problemsOf(`sources:\n  - id: a\n    ${line}\n`)).toEqual([
      expect.stringMatching(/^own\.yaml, line 2, a: cannot be read: .*none; write the value out/),
    ])
  })

  test('what is no YAML says where', () => {
    expect(problemsOf('sources:\n  - id: "x\n')[0]).toMatch(/^own\.yaml, line \d: is no YAML: /)
  })

  describe('a long one', () => {
    const entries = (count: number, more = '') =>
      Array.from(
        { length: count },
        (_, at) =>
          `  - { id: s${at}, name: "S: ${at}", homepage: "https://s${at}.example/", feeds: ["https://s${at}.example/f"], language: en,\n` +
          `      country: INT, family: s${at}, type: press, tier: 2, tierReason: "${'why '.repeat(20)}#${at}" }${more}\n`,
      ).join('')

    /** @param isWhole in one piece: an unused anchor makes it so */
    function problemsOf(text: string, isWhole = false): readonly FileProblem[] {
      try {
        parseCatalogue(isWhole ? text.replace('homepage: "', 'homepage: &whole "') : text, 'f')
        return []
      } catch (error) {
        return (error as DataFileError).problems
      }
    }

    test('is read in portions, with the lines of the file', () => {
      const text = `# head\n\nsources: # list\n${entries(2_000)}\n# a word between\n${entries(1).replaceAll('s0', 'last')}`
      expect(parseCatalogue(text, 'f').sources.map(({ id }) => id)).toEqual([
        ...Array.from({ length: 2_000 }, (_, at) => `s${at}`),
        'last',
      ])
      const wrong = text.replace('id: s1500', 'id: s7').replace('tier: 2, tierReason: "', 'tier: 9, tierReason: "')
      expect(problemsOf(wrong)).toEqual(problemsOf(wrong, true))
      expect(problemsOf(wrong).map(({ line }) => line)).toEqual(expect.arrayContaining([5, 3_004]))
    })

    test.each([
      ['an alias', (text: string) => `${text}  - *x\n`],
      ['another list', (text: string) => `${text}others: []\n`],
      ['no YAML', (text: string) => `${text}  - { id: "open\n`],
      ['a list of its own indent', (text: string) => `${text}- { id: x }\n`],
    ])('with %s is refused as a short one is', (_what, spoil) => {
      const text = spoil(`sources:\n${entries(2_000)}`)
      expect(problemsOf(text)).toEqual(problemsOf(text, true))
      expect(problemsOf(text).length).toBeGreaterThan(0)
    })
  })

  test('aliases cannot be made to explode', () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefgh'.replace(
      /./g,
      (name) =>
        `${name}: &${name} [${Array(9)
          .fill(`*${String.fromCharCode(name.charCodeAt(0) - 1)}`)
          .join(',')}]\n`,
    )}sources: *h`
    const startedAt = cpuMs()
    expect(() => parseCatalogue(bomb, 'own.yaml')).toThrow()
    expect(cpuMs() - startedAt).toBeLessThan(2_000)
  })
})

const words = fc
  .string({ minLength: 1, maxLength: 30 })
  .map((text) => text.trim())
  .filter((text) => text !== '')
const sources: fc.Arbitrary<Source[]> = fc
  .uniqueArray(
    fc.record({
      id: fc.stringMatching(/^[a-z0-9]{1,8}(?:-[a-z0-9]{1,8})?$/),
      name: words,
      homepage: fc.webUrl(),
      kind: fc.constantFrom(...SOURCE_KINDS),
      feeds: fc.constant([{ url: '' }]),
      language: fc.constantFrom('en', 'zh-Hant', 'mul'),
      country: fc.constantFrom('HK', 'NO', 'INT'),
      family: words,
      type: fc.constantFrom(...SOURCE_TYPES),
      tier: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
      tierReason: words,
      topics: fc.array(words, { maxLength: 3 }),
      hubs: fc.array(words, { maxLength: 2 }),
      isEnabled: fc.boolean(),
      isMirror: fc.boolean(),
      countsAsIndependent: fc.boolean(),
      licence: fc.constantFrom('CC-BY-4.0', 'CC0-1.0', 'https://publisher.example/terms?of=use'),
      note: words,
    }),
    { selector: ({ id }) => id, maxLength: 5 },
  )
  .map((list) => list.map((source) => ({ ...source, feeds: [{ url: `https://${source.id}.example/feed?a=b: c#d` }] })))

test.each(['CC BY 4.0', '-', 'javascript:alert(1)', 'all rights reserved'])('%j is no licence', (licence) => {
  expect(problemsOf(`${whole}    licence: "${licence}"\n`)).toEqual([
    expect.stringMatching(/licence.*SPDX list such as CC-BY-4.0, or the address/),
  ])
})

test('what is written is read back the same', () => {
  fc.assert(
    fc.property(sources, (list) => {
      const catalogue: Catalogue = { sources: list, switchedOff: ['some-other'] }
      expect(parseCatalogue(writeCatalogue(catalogue), 'own.yaml')).toEqual(catalogue)
    }),
  )
})

describe('an own catalogue over the shipped one', () => {
  const shipped = parseCatalogue(whole, 'shipped.yaml')
  const own = (yaml: string) => mergeCatalogues(shipped, parseCatalogue(yaml, 'own.yaml'))

  test('adds', () => {
    const merged = own(whole.replace('harbour-wire', 'peak-wire').replace('harbour.example/feed', 'peak.example/feed'))
    expect(merged.map(({ id }) => id)).toEqual(['harbour-wire', 'peak-wire'])
  })

  test('replaces in place', () => {
    expect(own(whole.replace('Harbour Wire', 'Changed')).map(({ name }) => name)).toEqual(['Changed'])
  })

  test('switches off, by two lines alone or in a whole entry', () => {
    expect(own('sources:\n  - id: harbour-wire\n    enabled: false\n')).toMatchObject([
      { name: 'Harbour Wire', isEnabled: false },
    ])
    expect(own(`${whole}    enabled: false\n`)).toMatchObject([{ isEnabled: false }])
  })
})

describe('the country INT in an own catalogue', () => {
  const countriesOf = (shipped: Catalogue, own: Catalogue) =>
    mergeCatalogues(shipped, own).map(({ country }) => country)
  const none = { sources: [], switchedOff: [] }
  const [wire] = parseCatalogue(whole, 'own.yaml').sources
  const unedited = { ...wire!, country: 'INT', tierReason: 'Added by the operator.' }

  test('is unknown where an import wrote it, and the catalogue itself keeps it', () => {
    const own = { sources: [unedited], switchedOff: [] }
    expect(countriesOf(none, own)).toEqual(['ZZ'])
    expect(countriesOf(own, own)).toEqual(['ZZ'])
    expect(own.sources).toEqual([unedited])
  })

  test.each([
    { ...unedited, tierReason: 'Reports from many countries.' },
    { ...unedited, country: 'HK' },
  ])('stays as stated: $country, $tierReason', (source) => {
    expect(countriesOf(none, { sources: [source], switchedOff: [] })).toEqual([source.country])
  })
})

describe('the shipped catalogue', () => {
  const file = join(import.meta.dirname, '../../data/sources.yaml')
  const shipped = parseCatalogue(readFileSync(file, 'utf8'), 'data/sources.yaml').sources

  test('names behind each licence the page that states it', () => {
    const lines = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => /^ +licence:/.test(line))
    expect(lines.length).toBe(shipped.filter(({ licence }) => licence !== undefined).length)
    for (const line of lines) expect(line).toMatch(/^ {4}licence: \S+ # (?:.*: )?https:\/\/\S+$/)
  })

  test('is valid and large', () => {
    expect(shipped.length).toBeGreaterThanOrEqual(300)
    expect(shipped.filter(({ isEnabled }) => isEnabled).length).toBeGreaterThanOrEqual(300)
  })

  test('covers the languages and places of the beat', () => {
    const count = (language: string) => shipped.filter((source) => source.language === language).length
    for (const language of ['zh-Hant', 'zh-Hans', 'ja', 'ko']) expect(count(language)).toBeGreaterThanOrEqual(8)
    for (const hub of ['hong-kong', 'tokyo', 'singapore', 'seoul', 'taipei', 'beijing', 'shenzhen']) {
      expect(shipped.some(({ hubs }) => hubs.includes(hub))).toBe(true)
    }
  })

  test('never lets link posts, carriers of press releases and open aggregators corroborate', () => {
    const echoing = shipped.filter(({ kind, type }) => kind === 'hackernews' || type === 'aggregator')
    expect(echoing.length).toBeGreaterThan(3)
    expect(echoing.filter(({ countsAsIndependent }) => countsAsIndependent)).toEqual([])
  })

  test('puts open communities in tier 4', () => {
    const open = shipped.filter(({ kind }) => kind === 'mastodon' || kind === 'reddit' || kind === 'hackernews')
    expect(open.filter(({ tier }) => tier !== 4)).toEqual([])
  })

  test('labels the feeds that volunteers make', () => {
    const mirrors = shipped.filter(({ feeds }) =>
      feeds.some(({ url }) => url.includes('githubusercontent.com/Olshansk/')),
    )
    expect(mirrors.length).toBeGreaterThan(3)
    expect(mirrors.filter(({ isMirror }) => !isMirror)).toEqual([])
  })

  test('names hubs that exist', () => {
    const lines = readFileSync(join(import.meta.dirname, '../../data/hubs/hubs.jsonl'), 'utf8')
      .trim()
      .split('\n')
    const hubs = new Set(lines.map((line) => (JSON.parse(line) as { id: string }).id))
    expect([...new Set(shipped.flatMap((source) => source.hubs))].filter((hub) => !hubs.has(hub))).toEqual([])
  })

  test('names one family one way', () => {
    const families = [...new Set(shipped.map(({ family }) => family))]
    expect(new Set(families.map((family) => family.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''))).size).toBe(
      families.length,
    )
  })
})
