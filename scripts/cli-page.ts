import type { Command, Option } from 'commander'
import { flagOf, SETTINGS } from '../src/settings.ts'

const SETTING_FLAGS: ReadonlySet<string | undefined> = new Set(SETTINGS.map(({ name }) => flagOf(name)))

/** @returns `docs/cli.md`, whole, from the definitions that the program itself reads */
export function cliPage(program: Command): string {
  return [
    '# Command line',
    '',
    'Made from the definitions in `src/commands/` by `npm run docs`; a test keeps both equal.',
    'Settings are flags of every command that reads them, and are explained once, in [settings.md](settings.md).',
    'A command that fails prints one sentence to standard error and ends with 1.',
    '',
    ...leavesOf(program, program.name()).flatMap(([path, command]) => section(path, command)),
  ].join('\n')
}

/** Commands that do something; those that only hold others are in their names. */
function leavesOf(command: Command, path: string): [path: string, command: Command][] {
  if (command.commands.length === 0) return [[path, command]]
  return command.commands.flatMap((each) => leavesOf(each, `${path} ${each.name()}`))
}

function section(path: string, command: Command): string[] {
  const settings = command.options.filter((option) => SETTING_FLAGS.has(option.long))
  const own = command.options.filter((option) => !SETTING_FLAGS.has(option.long))
  const written = command.registeredArguments.map((argument) => {
    const name = argument.name() + (argument.variadic ? '…' : '')
    return argument.required ? ` <${name}>` : ` [${name}]`
  })
  const rows = [
    ...command.registeredArguments.map((argument) => row(argument.name(), argument.description)),
    ...own.map((option) => row(option.flags, meaningOf(option))),
  ]
  return [
    `## \`${path}${written.join('')}\``,
    '',
    `${command.description()}.`,
    '',
    ...(rows.length > 0 ? ['| Argument or option | What it means |', '|---|---|', ...rows, ''] : []),
    ...(settings.length > 0 ? [`Settings: ${settings.map(({ long }) => `\`${long}\``).join(', ')}.`, ''] : []),
  ]
}

function meaningOf({ description, argChoices, defaultValue }: Option): string {
  const choices = argChoices ? `: ${argChoices.join(', ')}` : ''
  return (
    description +
    choices +
    (defaultValue === undefined || typeof defaultValue === 'object' ? '' : ` (default: ${defaultValue})`)
  )
}

function row(name: string, meaning: string): string {
  return `| \`${name}\` | ${meaning.replaceAll('|', '\\|')} |`
}
