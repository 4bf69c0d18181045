import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Whether the program runs from `src/` (tests, tools) and not from the build. */
export const RUNS_FROM_SOURCE = import.meta.url.endsWith('.ts')

/** The folder of the package; searched upwards, as the build bundles and moves files. */
export const PROGRAM_FOLDER = packageFolderOf(import.meta.dirname)

function packageFolderOf(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : packageFolderOf(dirname(folder))
}
