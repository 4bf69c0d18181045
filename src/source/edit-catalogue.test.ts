import { describe, expect, test } from 'vitest'
import { blankSource } from './blank-source.ts'
import { type Catalogue, parseCatalogue } from './catalogue.ts'
import { editCatalogue } from './edit-catalogue.ts'

const entry = (id: string, more = '') =>
  `  - id: ${id}   # ours
    name: "${id} – a name"
    homepage: https://${id}.example/
    feeds: [ https://${id}.example/feed ]   # the only one
    language: en
    country: HK
    family: ${id}
    type: blog
    tier: 3
    tierReason: >-
      Somebody
      # reads it
${more}`

const TEXT = `# Whom we read, by hand.

sources:
  # The first.
${entry('one')}
  # Off until it is mended.
${entry('two', '    enabled: false # since May\n')}
  - { id: shipped, enabled: false }

  # The last; see https://wiki.example/.
${entry('three')}# the end
`
const before = parseCatalogue(TEXT, 'own')
const fresh = blankSource('four', 'Four', 'https://four.example/feed')
const without = (id: string): Catalogue => ({
  sources: before.sources.filter((each) => each.id !== id),
  switchedOff: before.switchedOff.filter((each) => each !== id),
})

describe('a catalogue that a person wrote', () => {
  const both = (after: Catalogue, text = TEXT) => {
    const edited = editCatalogue(text, after)!
    expect(parseCatalogue(edited, 'own')).toEqual(after)
    return edited
  }

  test('keeps every line when a source is added at the end', () => {
    const edited = both({ ...before, sources: [...before.sources, fresh] })
    expect(edited.startsWith(TEXT)).toBe(true)
    expect(edited.slice(TEXT.length)).toContain('  - id: four\n    name: Four\n')
  })

  test('loses the lines of a removed source and the comment on it, and no others', () => {
    expect(both(without('three'))).toBe(TEXT.replace(`  # The last; see https://wiki.example/.\n${entry('three')}`, ''))
    expect(both(without('shipped'))).toBe(TEXT.replace('  - { id: shipped, enabled: false }\n', ''))
  })

  test('loses only the word that switches a source off when it is switched on', () => {
    const sources = before.sources.map((each) => ({ ...each, isEnabled: true }))
    expect(both({ ...before, sources })).toBe(TEXT.replace('    enabled: false # since May\n', ''))
  })

  test('keeps line breaks of Windows, and comments of a list that becomes empty and is filled again', () => {
    const windows = TEXT.replaceAll('\n', '\r\n')
    expect(both(without('three'), windows).replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    const empty = both({ sources: [], switchedOff: [] })
    expect(empty).toContain('# Whom we read, by hand.\n\nsources: []\n')
    expect(both({ sources: [fresh], switchedOff: ['x'] }, empty)).toMatch(
      /^# Whom we read, by hand\.\n\nsources:\n\s*# the end\n {2}- id: four\n/,
    )
  })

  test.each([
    ['flow style', 'sources: [ { id: a, enabled: false } ]\n'],
    ['another list', `others: []\n${TEXT}`],
    ['an entry without an id of its own', 'sources:\n  - <<: *base\n'],
  ])('of %s is not edited in place', (_, text) => {
    expect(editCatalogue(text, { sources: [], switchedOff: ['a'] })).toBeUndefined()
  })
})
