/** A city or region compared, as far as names go. */
export interface Hub {
  /** Kebab case; also the id of an entity. */
  readonly id: string
  /** By language (BCP 47); the first of each is shown. */
  readonly names: Readonly<Record<string, readonly string[]>>
  /** Regions it belongs to: `gba`, `mainland-china`, `asean` …; not all of them are hubs. */
  readonly parents: readonly string[]
}

/** The hub file cannot be used; the message says which line and why. */
export class HubFileError extends Error {
  override readonly name = 'HubFileError'

  constructor(
    readonly fileName: string,
    readonly line: number,
    problem: string,
    cause?: unknown,
  ) {
    super(`${fileName}, line ${line}: ${problem}`, { cause })
  }
}

/**
 * Reads the hub file: one JSON object a line, `{id, names, parents}`.
 *
 * @throws HubFileError at the first problem
 */
export function parseHubs(jsonl: string, fileName: string): readonly Hub[] {
  const hubs = new Map<string, Hub>()
  for (const [index, text] of jsonl.split('\n').entries()) {
    if (text.trim() === '') continue
    const fail = (problem: string, cause?: unknown) => new HubFileError(fileName, index + 1, problem, cause)
    const hub = readHub(text, fail)
    if (hubs.has(hub.id)) throw fail(`"${hub.id}" stands there already`)
    hubs.set(hub.id, hub)
  }
  return [...hubs.values()]
}

function readHub(text: string, fail: (problem: string, cause?: unknown) => HubFileError): Hub {
  let value: { id?: unknown; names?: unknown; parents?: unknown } | null
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw fail(`no JSON: ${(error as Error).message}`, error)
  }
  const { id, names, parents } = value ?? {}
  if (typeof id !== 'string' || !/^[a-z]+(-[a-z]+)*$/.test(id)) throw fail('"id" must be kebab case')
  if (!isTexts(parents)) throw fail('"parents" must be a list of ids')
  if (typeof names !== 'object' || names === null) throw fail('"names" must be an object of language → names')
  const byLanguage: Record<string, readonly string[]> = Object.create(null)
  for (const [language, list] of Object.entries(names)) {
    if (!isTexts(list) || list.length === 0) throw fail(`"names.${language}" must be a list of at least one name`)
    byLanguage[language] = list
  }
  if (!byLanguage.en) throw fail('"names.en" is missing')
  return { id, names: byLanguage, parents }
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((text) => typeof text === 'string' && text !== '')
}
