import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { WordTranslations } from '../story/translation/word-translations.ts'
import { DATA_FOLDER } from './data-folder.ts'

/** The shipped table of what words mean in English: 165,000 words in eleven languages, 4 MB and 0.3 to 2 more for each that is asked for. */
export function loadTranslations(): WordTranslations {
  return new WordTranslations(readFileSync(join(DATA_FOLDER, 'word-translations.tsv')))
}
