import { join } from 'node:path'
import { PROGRAM_FOLDER } from '../lib/program-folder.ts'

/** Files that people edit; they travel with the package. */
export const DATA_FOLDER = join(PROGRAM_FOLDER, 'data')
