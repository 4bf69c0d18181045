import type { Command } from 'commander'
import { checkText } from '../hub/claims/check-text.ts'
import { uiLanguageOr } from '../lib/ui-languages.ts'
import { loadBeat } from '../run/beat.ts'
import {
  InputLineError,
  type JsonLine,
  printLine,
  readJsonLines,
  settingsOf,
  textField,
  withSettings,
} from './command-line.ts'

/** Adds `claims`, which checks statements about hubs against figures. */
export function addClaims(program: Command): void {
  withSettings(
    program
      .command('claims')
      .description('Check what lines {id, text, date?} claim about hubs → {id, claims: [{quote, hub, verdict, …}]}')
      .argument('[file]', 'JSON Lines; - or nothing for standard input'),
    ['data', 'language'],
  ).action(async (file: string | undefined, options: object) => {
    const settings = settingsOf({ ...options })
    const lines = await readJsonLines(file)
    const beat = loadBeat(settings.data)
    for (const line of lines) {
      const text = textField(line, 'text') ?? ''
      const claims = checkText(text, {
        ...beat,
        date: dateField(line),
        reader: uiLanguageOr(settings.language),
      })
      printLine(JSON.stringify({ id: line.row.id, claims }))
    }
  })
}

/** @throws InputLineError for anything but a date */
function dateField(line: JsonLine): string | undefined {
  const written = textField(line, 'date')
  if (written === undefined || /^\d{4}(-\d{2}(-\d{2}(T.*)?)?)?$/.test(written)) return written
  throw new InputLineError(
    line.line,
    `"date" should begin with YYYY, YYYY-MM or YYYY-MM-DD, got ${JSON.stringify(written)}`,
  )
}
