import { expect, test } from 'vitest'
import { NumberedStrings } from '../lib/numbered-strings.ts'
import { chapterOf } from './chapter.ts'
import { KeptChapter } from './kept-chapter.ts'
import { WordChunks } from './word-chunks.ts'

const STORIES = [
  ['OpenAI ships GPT 5.4', 'The model costs 12,000 dollars at Microsoft in Redmond.', ['openai', 'microsoft']],
  ['rain', 'wind and snow', []],
  ['Mistral opens a campus of 40 megawatts', 'Kevin Stratos of Box Elder was told.', ['mistral']],
] as const

function chapter(id: number) {
  const [headline, sentence, entityIds] = STORIES[id]!
  return chapterOf({
    ...{ id, kind: 'release', firstPublishedAt: 1_000 + id, language: 'en', headline, sentences: [sentence] },
    ...{ entityIds, headlineEntityIds: entityIds.slice(0, 1), entityWords: new Set<string>() },
  })
}

const FIELDS = [
  ...['id', 'kind', 'firstPublishedAt', 'language', 'entityIds', 'subjects', 'total'],
  ...['names', 'headlineNames', 'figures', 'versions', 'headlineVersions', 'weighed'],
] as const

test('keeps all that a chapter says, wherever it is moved', () => {
  const told = STORIES.map((_, id) => chapter(id))
  expect(told[0]!.headlineVersions).toHaveLength(2)
  const chunks = new WordChunks(400)
  const strings = new NumberedStrings()
  const kept = told.map((each) => new KeptChapter(each, chunks, strings))
  const read = (each: object) => FIELDS.map((field) => each[field as keyof object])
  expect(kept.map(read)).toEqual(told.map(read))
  const other = new WordChunks(200)
  for (const each of kept) {
    const { words, start, length } = each
    const place = other.take(length)
    place.words.set(words.subarray(start, start + length), place.start)
    each.moveTo(place)
  }
  expect(kept.map(read)).toEqual(told.map(read))
})
