import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PROGRAM_FOLDER } from '../lib/program-folder.ts'
import { terminalText } from '../lib/terminal-text.ts'
import { createProgram } from './program.ts'

/** What JavaScript itself throws is a fault of ours; an error of ours, or of the system, has a name or a code of its own. */
const FAULTS: ReadonlySet<string> = new Set(['Error', 'TypeError', 'RangeError', 'ReferenceError', 'SyntaxError'])

/** Runs the command that the process was started with, and sets its exit code. */
export async function runCommandLine(): Promise<void> {
  const { version } = JSON.parse(readFileSync(join(PROGRAM_FOLDER, 'package.json'), 'utf8')) as {
    version: string
  }
  // A reader that has seen enough (`auspex stories | head`) closes the pipe; that is no fault.
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
