import type { Command } from 'commander'
import { checkText } from '../hub/claims/check-text.ts'
import { loadBeat } from '../run/beat.ts'
import { printLine, readJsonLines, textField } from './command-line.ts'

/** `auspex claims`: statements about hubs held against figures. */
export function addClaims(program: Command): void {
  program
    .command('claims')
    .description(
      'Check what lines {id, text, lang?, date?} claim about hubs → {id, claims: [{quote, hub, verdict, …}]}',
    )
    .argument('[file]', 'JSON Lines; - or nothing for standard input')
    .action(async (file: string | undefined) => {
      const lines = await readJsonLines(file)
      const beat = loadBeat()
      for (const line of lines) {
        const text = textField(line, 'text') ?? ''
        const claims = checkText(text, { language: textField(line, 'lang'), ...beat })
        printLine(JSON.stringify({ id: line.row.id, claims }))
      }
    })
}
