import { accessSync, constants, mkdirSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileFailure } from '../lib/file-failure.ts'

/** The data folder cannot be made or written. */
export class DataFolderError extends Error {
  override readonly name = 'DataFolderError'

  constructor(
    readonly folder: string,
    cause: unknown,
    words = `Cannot make the data folder ${folder}: ${fileFailure(cause)}. Name one that can be written with --data.`,
  ) {
    super(words, { cause })
  }
}

/** Creates a folder and its parents. Node's `recursive` option loops for ever where none can be created, as in `/proc` (20.20). */
function makeWithParents(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return
  const parent = dirname(folder)
  if (parent !== folder) makeWithParents(parent)
  try {
    mkdirSync(folder)
  } catch (error) {
    // Another process may have created it meanwhile.
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error
  }
}

/** Creates the folder if it does not exist. @throws DataFolderError */
export function makeDataFolder(folder: string): void {
  try {
    makeWithParents(resolve(folder))
  } catch (cause) {
    throw new DataFolderError(folder, cause)
  }
}

/** Creates the folder if it does not exist, and checks that it is writable, which polling needs. @throws DataFolderError */
export function makeWritableDataFolder(folder: string): void {
  makeDataFolder(folder)
  try {
    accessSync(folder, constants.W_OK)
  } catch (cause) {
    throw new DataFolderError(
      folder,
      cause,
      `The data folder ${folder} cannot be written: ${fileFailure(cause)}. Name another with --data, or show what is stored with "auspex serve".`,
    )
  }
}
