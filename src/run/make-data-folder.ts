import { accessSync, constants, mkdirSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileFailure } from '../lib/file-failure.ts'

/** The data folder can be neither made nor used. */
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

/** Makes it too. Whoever polls writes; who only serves can do without. @throws DataFolderError */
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
