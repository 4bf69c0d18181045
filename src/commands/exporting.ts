import { once } from 'node:events'
import type { Command } from 'commander'
import { loadGazetteer } from '../run/gazetteer-file.ts'
import { openToRead } from '../run/open-database.ts'
import { storyLines } from '../site/api/story-export.ts'
import type { UiLanguage } from '../site/messages.ts'
import { settingsOf, siteAddress, wholeNumber, withSettings } from './command-line.ts'
import { withStore } from './with-store.ts'

const EXPORT_SETTINGS = ['data', 'database_url', 'base_url', 'language', 'host', 'port', 'data_licence'] as const

/** Adds `export`, which prints every published story. */
export function addExporting(program: Command): void {
  withSettings(
    program
      .command('export')
      .description('Every published story, whole, a line of JSON each, in the order of their numbers'),
    EXPORT_SETTINGS,
  )
    .option('--after <number>', 'only stories with a higher number', wholeNumber(0, 999_999_999_999_999), 0)
    .action(async (options: { readonly after: number }) => {
      const settings = settingsOf({ ...options })
      await withStore(openToRead(settings), async (store) => {
        const context = {
          gazetteer: loadGazetteer(settings.data),
          language: settings.language as UiLanguage,
          baseUrl: siteAddress(settings),
        }
        const licence = settings.data_licence || undefined
        for await (const { line } of storyLines({ store, context, licence }, options.after)) {
          // Waits for slow readers, as a large site's stories are gigabytes.
          if (!process.stdout.write(line)) await once(process.stdout, 'drain')
        }
      })
    })
}
