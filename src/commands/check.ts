import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { detectLanguage } from '../item/language.ts'
import { DATA_FOLDER } from '../run/data-folder.ts'
import { loadGazetteer } from '../run/gazetteer-file.ts'
import { type AgainstContext, checkAgainst } from '../summary/align/check-against.ts'
import { WordRelations } from '../summary/align/word-relations.ts'
import { sayFailure } from '../summary/check/failure.ts'
import { InputLineError, type JsonLine, printLine, readJsonLines, textField } from './command-line.ts'

/** Maximum number of characters of all documents of one line. */
const MAX_CHARACTERS = 1_000_000

/** Adds `check`, which tells whether documents support a summary. */
export function addCheck(program: Command): void {
  program
    .command('check')
    .description(
      'Say whether documents support a summary: lines {id, documents: [text …], summary} → {id, supported …}',
    )
    .argument('[file]', 'JSON Lines; - or nothing for standard input')
    .action(async (file: string | undefined) => {
      const lines = await readJsonLines(file)
      const context = againstContext()
      for (const line of lines) {
        const { supported, score, sentences } = checkAgainst(
          textField(line, 'summary') ?? '',
          documentsOf(line),
          context,
        )
        printLine(
          JSON.stringify({
            id: line.row.id,
            supported,
            score: rounded(score),
            sentences: sentences.map((sentence) => ({
              ...sentence,
              score: rounded(sentence.score),
              failures: sentence.failures.map((failure) => ({ ...failure, inWords: sayFailure(failure) })),
            })),
          }),
        )
      }
    })
}

function againstContext(): AgainstContext {
  return {
    gazetteer: loadGazetteer(),
    relations: new WordRelations(readFileSync(join(DATA_FOLDER, 'english-words.tsv'), 'utf8')),
    languageOf: (text) => detectLanguage(text),
  }
}

function documentsOf({ line, row }: JsonLine): readonly string[] {
  const { documents } = row
  if (!Array.isArray(documents) || !documents.every((each) => typeof each === 'string')) {
    throw new InputLineError(line, '"documents" must be a list of texts')
  }
  const characters = documents.reduce((sum: number, each: string) => sum + each.length, 0)
  if (characters > MAX_CHARACTERS) {
    throw new InputLineError(line, `the documents have ${characters} characters; ${MAX_CHARACTERS} are read at most`)
  }
  return documents
}

function rounded(score: number): number {
  return Math.round(score * 1_000) / 1_000
}
