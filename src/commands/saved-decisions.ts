import type { Command } from 'commander'
import { InvalidArgumentError } from 'commander'
import { readNeeds } from '../hub/decide/needs.ts'
import { loadAtlas } from '../run/atlas-files.ts'
import { openDatabase } from '../run/open-database.ts'
import type { Store } from '../store/types.ts'
import { printJson, printLine, settingsOf, webAddress, withSettings } from './command-line.ts'
import { readNeedsFile } from './needs-file.ts'
import { withStore } from './with-store.ts'

const SETTINGS = ['data', 'database_url', 'language'] as const

/** There is no saved decision with this name. */
export class NoSavedDecisionError extends Error {
  override readonly name = 'NoSavedDecisionError'

  constructor(name: string) {
    super(`There is no saved decision ${JSON.stringify(name)}; "auspex admin decisions" lists them.`)
  }
}

/** Adds `admin save-decision`, `decisions` and `forget-decision`; changes of saved decisions are sent to a webhook. */
export function addSavedDecisions(admin: Command): void {
  const add = (name: string, description: string) =>
    withSettings(admin.command(name).description(description), [...SETTINGS])

  add('save-decision', 'Tell a webhook when the answer to a set of needs changes, or new evidence would change it')
    .argument('<name>', 'what to call it; one of the same name is replaced', savedName)
    .argument('[file]', 'NEEDS.json, or the address of a decision; standard input for none or -')
    .requiredOption('--webhook <url>', 'what gets the alerts, signed with --webhook-secret', webAddress)
    .action(async (name: string, file: string | undefined, options: { readonly webhook: string }) => {
      const { data, language } = settingsOf({ ...options })
      const atlas = loadAtlas(data)
      const needs = await readNeedsFile(file, atlas)
      readNeeds(needs, atlas)
      const saved = { name, needs: JSON.stringify(needs), target: options.webhook, language, createdAt: Date.now() }
      await withStore(opened(options), (store) => store.savedDecisions.save(saved))
      printLine(
        `Saved. A running Auspex with --webhook-secret sends the answer within minutes, then what changes it, or would.`,
      )
    })
  add('decisions', 'The saved decisions')
    .option('--json', 'as data')
    .action(async (options: { readonly json?: boolean }) => {
      const all = await withStore(opened(options), (store) => store.savedDecisions.list())
      if (options.json) return printJson(all.map(({ told: _told, ...each }) => each))
      for (const { name, target, alerts } of all) printLine(`${name} → ${target} (${alerts} alerts)`)
      if (all.length === 0) printLine('No decision is saved.')
    })
  add('forget-decision', 'Send no more alerts of a saved decision')
    .argument('<name>', 'as it was saved')
    .action(async (name: string, options: object) => {
      if (!(await withStore(opened(options), (store) => store.savedDecisions.remove(name))))
        throw new NoSavedDecisionError(name)
      printLine('Forgotten.')
    })
}

function opened(options: object): Promise<Store> {
  return openDatabase(settingsOf({ ...options }))
}

/** Validates the name of a saved decision or search. @throws InvalidArgumentError */
export function savedName(written: string): string {
  if (/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,59}$/u.test(written)) return written
  throw new InvalidArgumentError('Expected a name of at most 60 letters, digits, spaces, dots, dashes.')
}
