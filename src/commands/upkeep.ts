import type { Command } from 'commander'
import { openDatabase, openToRead } from '../run/open-database.ts'
import { printJson, printLine, settingsOf, withSettings } from './command-line.ts'
import { withStore } from './with-store.ts'

/** Adds `poll`, `backup` and `doctor`. */
export function addUpkeep(program: Command, version: string): void {
  withSettings(program.command('poll').description('Poll every feed once, tell the stories, and end'))
    .option('--json', 'as data')
    .action(async (options: Record<string, string>) => {
      const { pollOnce } = await import('./poll-once.ts')
      const result = await pollOnce(settingsOf(options), version)
      if (options.json) return printJson(result)
      printLine(
        `${result.feeds} feeds asked, ${result.failed} failed; ${result.inserted} new items, ${result.revised} edited.`,
      )
      if (result.offlineReason) printLine(`No network: ${result.offlineReason}.`)
    })

  withSettings(
    program.command('backup').description('Copy the database while it is in use').argument('<file>', 'must not exist'),
    ['data', 'database_url'],
  ).action(async (file: string, options: Record<string, string>) => {
    const settings = settingsOf(options)
    // Fails if there is no database: `openDatabase` would create one, and the backup would be empty.
    await (await openToRead(settings)).close()
    await withStore(openDatabase(settings), async (store) => {
      await store.backup(file)
    })
    printLine(`Written to ${file}.`)
  })

  withSettings(program.command('doctor').description('Try everything that Auspex needs, and say what is wrong'))
    .option('--json', 'as data')
    .action(async (options: Record<string, string>) => {
      const { examine } = await import('./doctor.ts')
      const findings = await examine(settingsOf(options), version)
      if (options.json) printJson({ findings })
      else for (const { isWell, what, words } of findings) printLine(`${isWell ? '✓' : '✗'} ${what}: ${words}`)
      if (findings.some((finding) => !finding.isWell)) process.exitCode = 1
    })
}
