import { expect, test } from 'vitest'
import { DataFileError } from '../lib/data-file-error.ts'
import { parseBeat } from './beat-file.ts'
import { weightsInForce } from './weights-in-force.ts'

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
    weights: '',
    hasShippedEntities: false,
    hasHubs: false,
  })
})

test('reads what its kinds are worth; the setting comes on top', () => {
  const yaml = 'tagline: {en: x}\neverything: true\nweights: {kind-research: 1, significance: 20, kind-funding: 0.2}\n'
  const beat = parseBeat(yaml, 'beat.yaml')
  expect(beat.weights).toBe('significance:20,kind-research:1,kind-funding:0.2')
  expect(weightsInForce('kind-funding:0.7,freshness:0', beat)).toBe('significance:20,freshness:0,kind-research:1')
  expect(weightsInForce('', { weights: '' })).toBe('')
})

test.each<[string, RegExp]>([
  [
    'tagline: {en: x}\neverything: true\nweights: {kind-reserch: 1}\n',
    /weights: "kind-reserch:1": no such kind; there are kind-release, kind-research, .*kind-other$/m,
  ],
  ['tagline: {en: x}\neverything: true\nweights: {kind-research: 2}\n', /weights: .*N from 0 to 1/],
  ['tagline: {en: x}\neverything: true\nweights: {charm: 2}\n', /weights: .*no such weight; there are corroboration/],
  ['tagline: {en: x}\neverything: true\nweights: {freshness: much}\n', /weights\.freshness: must be a number/],
  ['tagline: {en: x}\neverything: true\nweights: [freshness]\n', /weights: must be names of weights/],
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
