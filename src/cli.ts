#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import { addFilters } from './commands/filters.ts'
import { addReading } from './commands/reading.ts'
import { addRunning } from './commands/running.ts'
import { addSources } from './commands/sources.ts'
import { addUpkeep } from './commands/upkeep.ts'

const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8')) as {
  version: string
}

const program = new Command('auspex')
  .description('Reads many sources, gathers what is about one event, ranks it with a reason, and says what happened.')
  .version(version)
  .showHelpAfterError('(auspex --help lists the commands)')
addRunning(program, version)
addReading(program)
addSources(program, version)
addUpkeep(program, version)
addFilters(program)

// A reader that has seen enough (`auspex stories | head`) closes the pipe; that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

try {
  await program.parseAsync()
} catch (error) {
  // What is foreseen has a name of its own and says what to do; anything else is a fault, shown with where it happened.
  const isForeseen = error instanceof Error && error.name !== 'Error' && error.name !== 'TypeError'
  console.error(isForeseen ? `auspex: ${(error as Error).message}` : error)
  process.exitCode = 1
}
