import { mkdirSync } from 'node:fs'

/** The data folder can be neither made nor used. */
export class DataFolderError extends Error {
  override readonly name = 'DataFolderError'

  constructor(
    readonly folder: string,
    cause: unknown,
  ) {
    super(
      `Cannot make the data folder ${folder}: ${(cause as Error).message}. Name one that can be written with --data.`,
      { cause },
    )
  }
}

/** Makes the folder if it is not there. @throws DataFolderError */
export function makeDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (cause) {
    throw new DataFolderError(folder, cause)
  }
}
