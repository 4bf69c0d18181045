import type { Command } from 'commander'
import { emptyProgram } from './empty-program.ts'

/** The commands of one file. */
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
 * The program with its arguments and options; `docs/cli.md` is made from it.
 *
 * @param name a command of which alone the program is needed, with those of its file: to load them all takes .4 s of processor time, and
 *   who serves for weeks would keep them in memory. Every command without it, and where there is none of that name.
 */
export async function createProgram(version: string, name?: string): Promise<Command> {
  const found = GROUPS.filter(({ names }) => name !== undefined && names.includes(name))
  const program = emptyProgram(version)
  for (const { load } of found.length > 0 ? found : GROUPS) (await load())(program, version)
  return program
}
