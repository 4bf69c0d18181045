/** One thing wrong in a file of hub data. */
export interface HubDataProblem {
  readonly file: string
  /** From 1; undefined where the file as a whole is meant. */
  readonly line?: number
  /** `names.ja`, `lo` …; undefined where the line as a whole is wrong. */
  readonly field?: string
  readonly problem: string
}

/** Hub data cannot be used; the message lists every problem with file, line and field, to be mended by hand. */
export class HubDataError extends Error {
  override readonly name = 'HubDataError'

  constructor(readonly problems: readonly HubDataProblem[]) {
    const count = `${problems.length} problem${problems.length === 1 ? '' : 's'}`
    super(`The hub data has ${count}:\n${problems.map((each) => `  ${wordsOf(each)}`).join('\n')}`)
  }
}

function wordsOf({ file, line, field, problem }: HubDataProblem): string {
  return `${[file, line && `line ${line}`, field].filter(Boolean).join(', ')}: ${problem}`
}
