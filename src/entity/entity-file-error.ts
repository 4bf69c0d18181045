/** One thing wrong in the entity file. */
export interface EntityFileProblem {
  /** From 1. */
  readonly line: number
  /** `names.ja`, `parent` …; undefined where the line as a whole is wrong. */
  readonly field?: string
  readonly problem: string
}

/** The entity file cannot be used; the message lists every problem, one a line, to be mended by hand. */
export class EntityFileError extends Error {
  override readonly name = 'EntityFileError'

  constructor(
    readonly fileName: string,
    readonly problems: readonly EntityFileProblem[],
  ) {
    const lines = problems.map(({ line, field, problem }) => `  line ${line}${field ? `, ${field}` : ''}: ${problem}`)
    super(`${fileName} has ${problems.length} problem${problems.length === 1 ? '' : 's'}:\n${lines.join('\n')}`)
  }
}
