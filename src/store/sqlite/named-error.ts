import { StoreFullError } from '../errors/store-full-error.ts'
import { StoreReadonlyError } from '../errors/store-readonly-error.ts'
import { isFull, isUnwritable } from './database.ts'

/** What SQLite says of a disk in our words: what is wrong with which file, and what to do. @returns any other error as it is */
export function namedError(file: string, error: unknown): unknown {
  if (isFull(error)) return new StoreFullError(file, error)
  return isUnwritable(error) ? new StoreReadonlyError(file, error) : error
}
