import { type Logger, pino } from 'pino'
import { terminalText } from '../lib/terminal-text.ts'

export type { Logger } from 'pino'

/** Names of Pino's numeric levels (its documentation, "Log Level"). */
const LEVEL_WORDS: Readonly<Record<number, string>> = {
  20: 'debug',
  30: 'info',
  40: 'warning',
  50: 'error',
  60: 'fatal',
}

/**
 * Creates a logger that writes to standard error: plain lines for people, or JSON for programs.
 *
 * @param format `text` or `json`
 */
export function createLog(level: string, format: string): Logger {
  if (format === 'json') return pino({ level }, pino.destination({ dest: 2, sync: true }))
  return pino({ level, base: undefined }, { write: (line) => void process.stderr.write(plainLine(line)) })
}

/** Formats a JSON log line as `12:03:07 warning: No network …` (UTC), followed by the stack of an error if there is one. */
export function plainLine(json: string): string {
  const { level, time, msg, err } = JSON.parse(json) as {
    level: number
    time: number
    msg?: string
    err?: { stack?: string; message?: string }
  }
  const clock = new Date(time).toISOString().slice(11, 19)
  // Parts of a message may come from a server: they must not start a new line or send control sequences to the terminal.
  const words = terminalText((msg ?? '').replace(/\s*[\r\n]\s*/g, ' '))
  const fault = err ? terminalText(`\n${err.stack ?? err.message ?? ''}`) : ''
  return `${clock} ${LEVEL_WORDS[level] ?? level}: ${words}${fault}\n`
}
