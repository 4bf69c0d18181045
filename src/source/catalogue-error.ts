/** What is wrong with one field of a catalogue file. */
export interface CatalogueProblem {
  /** From 1. */
  readonly line: number
  readonly sourceId?: string
  readonly field?: string
  readonly message: string
}

/** A catalogue file cannot be used; the message lists every problem with file, line, source and field. */
export class CatalogueError extends Error {
  override readonly name = 'CatalogueError'

  constructor(
    readonly fileName: string,
    readonly problems: readonly CatalogueProblem[],
  ) {
    const lines = problems.map(({ line, sourceId, field, message }) => {
      const where = [sourceId && `source "${sourceId}"`, field && `field "${field}"`].filter((part) => part).join(', ')
      return `${fileName}:${line}: ${where ? `${where}: ` : ''}${message}`
    })
    super(
      `${problems.length === 1 ? 'One problem' : `${problems.length} problems`} in ${fileName}\n${lines.join('\n')}`,
    )
  }
}
