import type { Atlas } from '../hub/atlas-types.ts'
import { needsOfQuery } from '../site/needs-query.ts'
import { readText } from './command-line.ts'

/** The address of a decision: what the page's permalink has. */
const ADDRESS = /^(?:https?:\/\/[^\s?]+)?\/hub\/decide(?:\.json)?\?(?<query>\S+)$/

/** A file of needs is no JSON. */
export class NeedsFileError extends Error {
  override readonly name = 'NeedsFileError'

  constructor(file: string, cause: Error) {
    super(`${file} is no JSON: ${cause.message}`, { cause })
  }
}

/**
 * @param file NEEDS.json, the address of a decision, or nothing for standard input
 * @returns what it holds, not checked yet
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
