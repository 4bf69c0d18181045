import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { WordTranslations } from '../story/translation/word-translations.ts'
import { DATA_FOLDER } from './data-folder.ts'

/** Loads the shipped table of translations into English: 165,000 words in eleven languages; 4 MB, and 0.3 to 2 MB per language in use. */
export function loadTranslations(): WordTranslations {
  return new WordTranslations(readFileSync(join(DATA_FOLDER, 'word-translations.tsv')))
}
