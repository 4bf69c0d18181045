/** One problem in a file that people edit. */
export interface FileProblem {
  readonly file: string
  /** From 1; undefined if no line is to blame. */
  readonly line?: number
  /** Id of the record, if the line does not identify it. */
  readonly record?: string
  /** `names.ja`, `tier` …; undefined if the record as a whole is wrong. */
  readonly field?: string
  /** Completes a sentence about the field: `must be 1, 2 or 3`. */
  readonly problem: string
}

/** Files that people edit (sources, entities, hubs, the beat) cannot be used; the message lists every problem on a line of its own. */
export class DataFileError extends Error {
  override readonly name = 'DataFileError'

  /** @param problems at least one */
  constructor(readonly problems: readonly FileProblem[]) {
    const count = problems.length === 1 ? 'One problem' : `${problems.length} problems`
    const files = [...new Set(problems.map(({ file }) => file))].join(', ')
    super(`${count} in ${files}:\n${problems.map((each) => `  ${inWords(each)}`).join('\n')}`)
  }
}

function inWords({ file, line, record, field, problem }: FileProblem): string {
  return `${[file, line && `line ${line}`, record, field].filter(Boolean).join(', ')}: ${problem}`
}
