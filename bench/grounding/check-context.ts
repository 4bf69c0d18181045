import { readFileSync } from 'node:fs'
import { detectLanguage } from '../../src/item/language.ts'
import { loadBeat } from '../../src/run/beat.ts'
import type { AgainstContext } from '../../src/summary/align/check-against.ts'
import { WordRelations } from '../../src/summary/align/word-relations.ts'

/** What the shipped program checks with. */
export function checkContext(): AgainstContext {
  const file = new URL('../../data/english-words.tsv', import.meta.url)
  return {
    gazetteer: loadBeat().gazetteer,
    relations: new WordRelations(readFileSync(file, 'utf8')),
    languageOf: (text) => detectLanguage(text),
  }
}
