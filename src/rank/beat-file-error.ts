/** The file of a beat cannot be used; the message lists every problem with its field, to be mended by hand. */
export class BeatFileError extends Error {
  override readonly name = 'BeatFileError'

  constructor(
    readonly fileName: string,
    readonly problems: readonly string[],
  ) {
    const count = `${problems.length} problem${problems.length === 1 ? '' : 's'}`
    super(`${fileName} has ${count}:\n${problems.map((each) => `  ${each}`).join('\n')}`)
  }
}
