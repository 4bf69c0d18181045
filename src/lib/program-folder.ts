import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Whether the program runs from `src/` (tests, tools) and not as it was built. */
export const RUNS_FROM_SOURCE = import.meta.url.endsWith('.ts')

/** The folder of the package: looked for upwards, as the build joins files and moves them. */
export const PROGRAM_FOLDER = packageFolderOf(import.meta.dirname)

function packageFolderOf(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : packageFolderOf(dirname(folder))
}
