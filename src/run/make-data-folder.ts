import { mkdirSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileFailure } from '../lib/file-failure.ts'

/** The data folder can be neither made nor used. */
export class DataFolderError extends Error {
  override readonly name = 'DataFolderError'

  constructor(
    readonly folder: string,
    cause: unknown,
  ) {
    super(`Cannot make the data folder ${folder}: ${fileFailure(cause)}. Name one that can be written with --data.`, {
      cause,
    })
  }
}

/** Node's own way of making parents too goes round for ever where one can never be made, as in `/proc` (20.20). */
function makeWithParents(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return
  const parent = dirname(folder)
  if (parent !== folder) makeWithParents(parent)
  try {
    mkdirSync(folder)
  } catch (error) {
    // Another process was quicker.
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error
  }
}

/** Makes the folder if it is not there. @throws DataFolderError */
export function makeDataFolder(folder: string): void {
  try {
    makeWithParents(resolve(folder))
  } catch (cause) {
    throw new DataFolderError(folder, cause)
  }
}
