import { expect, test } from 'vitest'
import { chapterOf } from './chapter.ts'

const chapter = (headline: string, ...sentences: string[]) =>
  chapterOf({
    ...{ id: 1, kind: 'funding', firstPublishedAt: 0, language: 'en', headline, sentences },
    ...{ headlineEntityIds: [], entityIds: [], entityWords: new Set<string>() },
  })

test('an amount is a figure, with a word for its unit too; a name with its number is a version', () => {
  const { figures, versions, texts } = chapter(
    'Halden raises $1.2 billion',
    'It follows Quill 5.4, which 40 percent of schools use, and cost 12,500 dollars.',
  )
  const written = (terms: Uint32Array) => Array.from(terms, (term) => texts.get(term)).sort()
  expect(written(figures)).toEqual(['1.2 billion', '12,500', '40 percent'])
  expect(written(versions)).toEqual(['quill 5.4'])
})
