import { StoreFullError } from '../errors/store-full-error.ts'
import { StoreReadonlyError } from '../errors/store-readonly-error.ts'
import { isFull, isUnwritable } from './database.ts'

/** Converts SQLite's errors about a full or read-only disk to ours, which say what to do. @returns any other error unchanged */
export function namedError(file: string, error: unknown): unknown {
  if (isFull(error)) return new StoreFullError(file, error)
  return isUnwritable(error) ? new StoreReadonlyError(file, error) : error
}
