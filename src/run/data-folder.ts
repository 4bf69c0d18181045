import { join } from 'node:path'
import { PROGRAM_FOLDER } from '../lib/program-folder.ts'

/** The folder of files that people edit; it ships with the package. */
export const DATA_FOLDER = join(PROGRAM_FOLDER, 'data')
