import type { Command } from 'commander'
import { addCheck } from './check.ts'
import { addClaims } from './claims.ts'
import { emptyProgram } from './empty-program.ts'
import { addEngine } from './engine.ts'
import { addFilters } from './filters.ts'
import { addHubs } from './hubs.ts'
import { addModels } from './models.ts'
import { addOperator } from './operator.ts'
import { addReading } from './reading.ts'
import { addRunning } from './running.ts'
import { addSources } from './sources.ts'
import { addUpkeep } from './upkeep.ts'

/** Every command with its arguments and options; `docs/cli.md` is made from it. */
export function createProgram(version: string): Command {
  const program = emptyProgram(version)
  addRunning(program, version)
  addReading(program)
  addSources(program, version)
  addUpkeep(program, version)
  addOperator(program)
  addEngine(program)
  addModels(program)
  addFilters(program)
  addCheck(program)
  addHubs(program)
  addClaims(program)
  return program
}
