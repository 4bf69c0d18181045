import { join } from 'node:path'

/** Files that people edit; they travel with the package. */
export const DATA_FOLDER = join(import.meta.dirname, '../../data')
