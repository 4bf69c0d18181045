import { randomUUID } from 'node:crypto'

/** @returns a name for one fault, which a reader is shown and the log has too: 13 characters */
export function faultReference(): string {
  return randomUUID().slice(0, 13)
}
