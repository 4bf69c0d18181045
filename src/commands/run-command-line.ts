import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PROGRAM_FOLDER } from '../lib/program-folder.ts'
import { terminalText } from '../lib/terminal-text.ts'
import { createProgram } from './program.ts'

/** Names of JavaScript's own errors, which are bugs and printed with their stack; foreseen errors have their own name or a code. */
const FAULTS: ReadonlySet<string> = new Set(['Error', 'TypeError', 'RangeError', 'ReferenceError', 'SyntaxError'])

/** Runs the command that the process was started with, and sets its exit code. */
export async function runCommandLine(): Promise<void> {
  const { version } = JSON.parse(readFileSync(join(PROGRAM_FOLDER, 'package.json'), 'utf8')) as {
    version: string
  }
  // A reader that has seen enough (`auspex stories | head`) closes the pipe; that is not an error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
  try {
    const program = await createProgram(version, process.argv[2])
    await program.parseAsync()
  } catch (error) {
    const isForeseen = error instanceof Error && (!FAULTS.has(error.name) || 'code' in error)
    console.error(isForeseen ? terminalText(`auspex: ${error.message}`) : error)
    process.exitCode = 1
  }
}
