import { randomUUID } from 'node:crypto'

/** @returns a random reference to one fault, of 13 characters, for both the reader and the log */
export function faultReference(): string {
  return randomUUID().slice(0, 13)
}
