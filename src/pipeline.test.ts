import { expect, test } from 'vitest'
import { mentionsIn, searchedText } from './pipeline.ts'
import { loadGazetteer } from './run/gazetteer-file.ts'

const gazetteer = loadGazetteer()

const namedIn = (item: { readonly title: string; readonly text: string }) =>
  mentionsIn(item, gazetteer).map(({ entityId, start, end }) => [entityId, searchedText(item).slice(start, end)])

test('names what a report is about, not where it was written', () => {
  const text = 'SINGAPORE (Wire) - Malaysia opens a data centre for Singapore.'
  expect(namedIn({ title: 'Malaysia opens a data centre', text })).toEqual([
    ['malaysia', 'Malaysia'],
    ['malaysia', 'Malaysia'],
    ['singapore', 'Singapore'],
  ])
})

test('names all of a title and of a text without a dateline', () => {
  expect(namedIn({ title: 'SINGAPORE - Malaysia agrees', text: 'Singapore agrees.' })).toEqual([
    ['singapore', 'SINGAPORE'],
    ['malaysia', 'Malaysia'],
    ['singapore', 'Singapore'],
  ])
})
