import { expect, test } from 'vitest'
import { DataFileError } from '../lib/data-file-error.ts'
import { parseBeat } from './beat-file.ts'

test('reads a beat, with what is left out as absent', () => {
  expect(
    parseBeat('tagline: {en: Orchard news}\neverything: true\nshippedEntities: false\nhubs: false\n', 'beat.yaml'),
  ).toEqual({
    tagline: { en: 'Orchard news' },
    isEverything: true,
    names: [],
    words: [],
    fieldWords: [],
    entityTypes: [],
    sourceTypes: [],
    hasShippedEntities: false,
    hasHubs: false,
  })
})

test.each<[string, RegExp]>([
  ['tagline: {en: Orchard news}\n', /words: nothing would be of the beat: give words/],
  [
    'tagline: {en: News, with reasons}\nwords: [apple]\n',
    /tagline\.with reasons: is no language of the interface.*Quote a text/,
  ],
  ['tagline: {en: x}\nwords: [apple]\nwrods: [pear]\n', /wrods: is no field of a beat; known are tagline, everything/],
  ['tagline: {fr: Vergers}\nwords: [apple]\n', /tagline/],
  ['tagline: {en: x}\nwords: apple\n', /words: must be a list of words/],
  ['tagline: {en: x}\nwords: [ap*le]\n', /words\.0: must be a word; a \* may stand at either end/],
  ['tagline: {en: x}\nwords: ["*"]\n', /words\.0: must be a word/],
  ['tagline: {en: x}\nentityTypes: [fruit]\n', /entityTypes\.0: must be some of company/],
  ['tagline: {en: x}\neverything: maybe\n', /everything: must be true or false/],
  ['words: [apple\n', /line \d+: is no YAML/],
  ['', /tagline/],
])('%j is refused with the field and what is wanted', (yaml, message) => {
  const read = () => parseBeat(yaml, 'garden/beat.yaml')
  expect(read).toThrow(DataFileError)
  expect(read).toThrow(message)
  expect(read).toThrow(/^(?:One problem|\d+ problems) in garden\/beat\.yaml:/)
})
