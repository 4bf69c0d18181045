/** The files of the demo world contradict each other or the format; the message names file, place and rule. */
export class DemoWorldError extends Error {
  override readonly name = 'DemoWorldError'

  constructor(
    readonly file: string,
    readonly faults: readonly string[],
  ) {
    super(`${file}: ${faults.join('; ')}. The format is described in data/demo/README.md.`)
  }
}
