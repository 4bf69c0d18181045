import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { flagOf, readSettings, SETTINGS, type SettingName, type Settings } from '../settings.ts'

/** Adds a flag for each setting, or for those named. */
export function withSettings(command: Command, names?: readonly SettingName[]): Command {
  for (const setting of SETTINGS) {
    if (names && !names.includes(setting.name)) continue
    command.option(`${flagOf(setting.name)} <value>`, `${setting.help} [${setting.default}]`)
  }
  return command
}

/** @returns the settings in force: flags of this call, then the environment, then the defaults */
export function settingsOf(options: Readonly<Record<string, unknown>>): Settings {
  const flags: Record<string, string> = {}
  for (const { name } of SETTINGS) {
    const value = options[name.replace(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase())]
    if (typeof value === 'string') flags[name] = value
  }
  return readSettings(flags, process.env)
}

export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, undefined, 2)}\n`)
}

/** Prints a line; a reader that closed the pipe early (`| head`) ends the program quietly. */
export function printLine(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** @returns the bytes of a file, or of standard input for `-` or no name */
export function readInput(file: string | undefined): Buffer {
  return readFileSync(file === undefined || file === '-' ? 0 : file)
}

/** A line of input cannot be used; says which and why. */
export class InputLineError extends Error {
  override readonly name = 'InputLineError'

  constructor(
    readonly line: number,
    reason: string,
  ) {
    super(`Line ${line}: ${reason}`)
  }
}

/** Reads JSON Lines; empty lines are skipped. @throws InputLineError for a line that is no JSON object */
export function readJsonLines(file: string | undefined): Record<string, unknown>[] {
  const rows: Record<string, unknown>[] = []
  for (const [index, line] of readInput(file).toString('utf8').split(/\r?\n/).entries()) {
    if (line.trim() === '') continue
    let row: unknown
    try {
      row = JSON.parse(line)
    } catch (error) {
      throw new InputLineError(index + 1, `not JSON (${(error as Error).message})`)
    }
    if (typeof row !== 'object' || row === null || Array.isArray(row)) {
      throw new InputLineError(index + 1, 'expected a JSON object')
    }
    rows.push(row as Record<string, unknown>)
  }
  return rows
}

/** @returns the text of a field; `''` where it is absent @throws InputLineError where it is no text */
export function textField(row: Readonly<Record<string, unknown>>, name: string, line: number): string {
  const value = row[name]
  if (value === undefined || value === null) return ''
  if (typeof value !== 'string')
    throw new InputLineError(line, `"${name}" should be text, got ${JSON.stringify(value)}`)
  return value
}
