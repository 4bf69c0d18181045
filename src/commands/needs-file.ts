import type { Atlas } from '../hub/atlas-types.ts'
import { needsOfQuery } from '../site/needs-query.ts'
import { readText } from './command-line.ts'

/** Matches the address of a decision, as in the page's permalink. */
const ADDRESS = /^(?:https?:\/\/[^\s?]+)?\/hub\/decide(?:\.json)?\?(?<query>\S+)$/

/** A file of needs is not JSON. */
export class NeedsFileError extends Error {
  override readonly name = 'NeedsFileError'

  constructor(file: string, cause: Error) {
    super(`${file} is no JSON: ${cause.message}`, { cause })
  }
}

/**
 * Reads needs from a file or an address.
 *
 * @param file a JSON file, the address of a decision, or `-` or undefined for standard input
 * @returns the needs, not yet validated
 * @throws NeedsFileError
 */
export async function readNeedsFile(file: string | undefined, atlas: Atlas): Promise<unknown> {
  const address = ADDRESS.exec(file ?? '')
  if (address) {
    const query = new URLSearchParams(address.groups!.query)
    return needsOfQuery((name) => query.get(name) ?? undefined, atlas) ?? {}
  }
  const text = await readText(file)
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new NeedsFileError(file === undefined || file === '-' ? 'Standard input' : file, error as Error)
  }
}
