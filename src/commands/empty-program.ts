import { Command } from 'commander'

/** Creates the program without its commands. */
export function emptyProgram(version: string): Command {
  return new Command('auspex')
    .description('Reads many sources, gathers what is about one event, ranks it with a reason, and says what happened.')
    .version(version)
    .showHelpAfterError('(auspex --help lists the commands)')
}
