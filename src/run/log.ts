import { type Logger, pino } from 'pino'
import { terminalText } from '../lib/terminal-text.ts'

export type { Logger } from 'pino'

/** Pino's levels as numbers (its documentation, "Log Level"). */
const LEVEL_WORDS: Readonly<Record<number, string>> = {
  20: 'debug',
  30: 'info',
  40: 'warning',
  50: 'error',
  60: 'fatal',
}

/**
 * Where faults and changes of state are said, on standard error: a plain line each for people, or JSON for programs.
 *
 * @param format `text` or `json`
 */
export function createLog(level: string, format: string): Logger {
  if (format === 'json') return pino({ level }, pino.destination({ dest: 2, sync: true }))
  return pino({ level, base: undefined }, { write: (line) => void process.stderr.write(plainLine(line)) })
}

/** @returns `12:03:07 warning: No network …`, with the stack of a fault below it */
export function plainLine(json: string): string {
  const { level, time, msg, err } = JSON.parse(json) as {
    level: number
    time: number
    msg?: string
    err?: { stack?: string; message?: string }
  }
  const clock = new Date(time).toISOString().slice(11, 19)
  // Some words are a server's: they neither begin a line of their own nor steer the terminal.
  const words = terminalText((msg ?? '').replace(/\s*[\r\n]\s*/g, ' '))
  const fault = err ? terminalText(`\n${err.stack ?? err.message ?? ''}`) : ''
  return `${clock} ${LEVEL_WORDS[level] ?? level}: ${words}${fault}\n`
}
