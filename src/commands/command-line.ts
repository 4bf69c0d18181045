import { closeSync, ftruncateSync, openSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { type Command, InvalidArgumentError } from 'commander'
import { fileFailure } from '../lib/file-failure.ts'
import { isLicence } from '../lib/licence.ts'
import { terminalText } from '../lib/terminal-text.ts'
import { parseWeights } from '../rank/weights.ts'
import { embeddingChoice } from '../run/embedding/choice.ts'
import { allowedHosts, certificatesIn, tokensByHost } from '../run/ingest-settings.ts'
import { modelChoice } from '../run/model/choice.ts'
import {
  flagOf,
  readSettings,
  SETTINGS,
  SettingError,
  type SettingName,
  type Settings,
  variableOf,
} from '../settings.ts'

/** Adds an option for each setting, or for the named ones. */
export function withSettings(command: Command, names?: readonly SettingName[]): Command {
  for (const setting of SETTINGS) {
    if (names && !names.includes(setting.name)) continue
    command.option(`${flagOf(setting.name)} <value>`, `${setting.help} [${setting.default}]`)
  }
  return command
}

/** Returns the URL of the site, without a trailing slash, for links in a command's output. */
export function siteAddress({ base_url: baseUrl, host, port }: Pick<Settings, 'base_url' | 'host' | 'port'>): string {
  return baseUrl || `http://${host}:${port}`
}

/**
 * Reads the settings in force: options of the command take precedence over the environment, and that over the defaults.
 *
 * @throws SettingError, WeightError
 */
export function settingsOf(options: Readonly<Record<string, unknown>>): Settings {
  const flags: Record<string, string> = {}
  for (const { name } of SETTINGS) {
    const value = options[name.replace(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase())]
    if (typeof value === 'string') flags[name] = value
  }
  const settings = readSettings(flags, process.env)
  // Parsed here once, so that a mistake is reported now and not by a thread that keeps restarting.
  parseWeights(settings.weights)
  allowedHosts(settings.allow_private)
  tokensByHost(settings.mastodon_tokens)
  if (settings.data_licence && !isLicence(settings.data_licence)) {
    throw new SettingError(
      variableOf('data_licence'),
      `expected an SPDX identifier such as CC-BY-4.0 or an address, got ${JSON.stringify(settings.data_licence)}`,
    )
  }
  certificatesIn(settings.imap_ca_file)
  modelChoice(settings)
  embeddingChoice(settings)
  return settings
}

export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, undefined, 2)}\n`)
}

/** Prints a line that may contain untrusted text. */
export function printLine(line: string): void {
  process.stdout.write(`${terminalText(line)}\n`)
}

/** Returns a parser of a whole number in a range, for a commander option. */
export function wholeNumber(least: number, most: number): (written: string) => number {
  return (written) => {
    const value = /^\d{1,15}$/.test(written) ? Number(written) : Number.NaN
    if (value >= least && value <= most) return value
    throw new InvalidArgumentError(`Expected a whole number from ${least} to ${most}.`)
  }
}

/** Parses an HTTP or HTTPS URL, for a commander option. */
export function webAddress(written: string): string {
  if (/^https?:\/\//i.test(written) && URL.canParse(written)) return written
  throw new InvalidArgumentError('Expected an http or https address.')
}

/** An input file cannot be read. */
export class InputFileError extends Error {
  override readonly name = 'InputFileError'

  constructor(
    readonly file: string,
    cause: NodeJS.ErrnoException,
  ) {
    super(`Cannot read ${file}: ${fileFailure(cause)}.`, { cause })
  }
}

/** An output file cannot be written. */
export class OutputFileError extends Error {
  override readonly name = 'OutputFileError'

  constructor(
    readonly file: string,
    cause: unknown,
  ) {
    super(`Cannot write ${file}: ${fileFailure(cause)}.`, { cause })
  }
}

/**
 * Opens an output file before the work that fills it, so that the result of minutes is not lost because of an invalid name.
 *
 * @returns a function that overwrites the file with a text and closes it; it throws OutputFileError too
 * @throws OutputFileError
 */
export function openOutput(file: string): (text: string) => void {
  const attempt = <T>(act: () => T): T => {
    try {
      return act()
    } catch (cause) {
      throw new OutputFileError(file, cause)
    }
  }
  const opened = attempt(() => openSync(file, 'a'))
  return (text) =>
    attempt(() => {
      ftruncateSync(opened)
      writeFileSync(opened, text)
      closeSync(opened)
    })
}

/**
 * Reads the bytes of a file, or of standard input for `-` or undefined.
 *
 * @throws InputFileError
 */
export async function readInput(file: string | undefined): Promise<Buffer> {
  if (file !== undefined && file !== '-') {
    return readFile(file).catch((error: NodeJS.ErrnoException) => {
      throw new InputFileError(file, error)
    })
  }
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** Reads the text of a file or of standard input, without a byte order mark. */
export async function readText(file: string | undefined): Promise<string> {
  return (await readInput(file)).toString('utf8').replace(/^\ufeff/, '')
}

/** A line of input cannot be used; the message says which one and why. */
export class InputLineError extends Error {
  override readonly name = 'InputLineError'

  constructor(
    readonly line: number,
    reason: string,
  ) {
    super(`Line ${line}: ${reason}.`)
  }
}

/** One object of a JSON Lines file and its line number. */
export interface JsonLine {
  /** From 1; empty lines count. */
  readonly line: number
  readonly row: Readonly<Record<string, unknown>>
}

/** Reads JSON Lines; empty lines are skipped. @throws InputLineError for a line that is not a JSON object */
export async function readJsonLines(file: string | undefined): Promise<readonly JsonLine[]> {
  const lines: JsonLine[] = []
  for (const [index, text] of (await readText(file)).split(/\r?\n/).entries()) {
    if (text.trim() !== '') lines.push({ line: index + 1, row: objectOf(text, index + 1) })
  }
  return lines
}

function objectOf(text: string, line: number): Readonly<Record<string, unknown>> {
  let row: unknown
  try {
    row = JSON.parse(text)
  } catch (error) {
    throw new InputLineError(line, `not JSON (${(error as Error).message})`)
  }
  if (typeof row !== 'object' || row === null || Array.isArray(row)) {
    throw new InputLineError(line, 'expected a JSON object')
  }
  return row as Record<string, unknown>
}

/** Returns the text of a field; undefined if it is absent or empty. @throws InputLineError if it is not text */
export function textField({ line, row }: JsonLine, name: string): string | undefined {
  const value = row[name]
  if (value === undefined || value === null || value === '') return undefined
  if (typeof value === 'string') return value
  throw new InputLineError(line, `"${name}" should be text, got ${shortJson(value)}`)
}

/** Formats a JSON value for a message, cut to 100 characters. */
export function shortJson(value: unknown): string {
  return JSON.stringify(value).slice(0, 100)
}
