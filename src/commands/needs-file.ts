import { readText } from './command-line.ts'

/** A file of needs is no JSON. */
export class NeedsFileError extends Error {
  override readonly name = 'NeedsFileError'

  constructor(file: string, cause: Error) {
    super(`${file} is no JSON: ${cause.message}`, { cause })
  }
}

/** @returns what NEEDS.json, or standard input, holds; not checked yet @throws NeedsFileError */
export async function readNeedsFile(file: string | undefined): Promise<unknown> {
  const text = await readText(file)
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new NeedsFileError(file === undefined || file === '-' ? 'Standard input' : file, error as Error)
  }
}
