import type { Command } from 'commander'
import { emptyProgram } from './empty-program.ts'

/** The commands defined in one file. */
interface CommandGroup {
  readonly names: readonly string[]
  readonly load: () => Promise<(program: Command, version: string) => void>
}

/** In the order in which help lists them. */
const GROUPS: readonly CommandGroup[] = [
  { names: ['start', 'serve', 'demo'], load: async () => (await import('./running.ts')).addRunning },
  { names: ['stories', 'story', 'brief'], load: async () => (await import('./reading.ts')).addReading },
  { names: ['export'], load: async () => (await import('./exporting.ts')).addExporting },
  { names: ['mcp'], load: async () => (await import('./mcp.ts')).addMcp },
  { names: ['sources'], load: async () => (await import('./sources.ts')).addSources },
  { names: ['poll', 'backup', 'doctor'], load: async () => (await import('./upkeep.ts')).addUpkeep },
  { names: ['admin'], load: async () => (await import('./operator.ts')).addOperator },
  { names: ['replay', 'quality'], load: async () => (await import('./engine.ts')).addEngine },
  { names: ['budget'], load: async () => (await import('./models.ts')).addModels },
  {
    names: ['parse', 'extract', 'cluster', 'language', 'dates', 'entities'],
    load: async () => (await import('./filters.ts')).addFilters,
  },
  { names: ['check'], load: async () => (await import('./check.ts')).addCheck },
  { names: ['decide', 'hubs'], load: async () => (await import('./hubs.ts')).addHubs },
  { names: ['claims'], load: async () => (await import('./claims.ts')).addClaims },
]

/**
 * Creates the program with its commands and their options; `docs/cli.md` is generated from it.
 *
 * @param name loads only the file that defines this command; undefined or unknown: all commands. Loading all takes 0.4 s of CPU time, and a
 *   server would keep them in memory for weeks.
 */
export async function createProgram(version: string, name?: string): Promise<Command> {
  const found = GROUPS.filter(({ names }) => name !== undefined && names.includes(name))
  const program = emptyProgram(version)
  for (const { load } of found.length > 0 ? found : GROUPS) (await load())(program, version)
  return program
}
