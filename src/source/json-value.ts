import { MAX_ENTRIES } from './max-entries.ts'

/** A JSON object from outside; every value must be checked before use. */
export type JsonRecord = Readonly<Record<string, unknown>>

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** @returns the object under the key; undefined for anything else. Only own keys count. */
export function recordAt(value: unknown, key: string): JsonRecord | undefined {
  const found = valueAt(value, key)
  return isRecord(found) ? found : undefined
}

/** @returns the list under the key; empty for anything else */
export function listAt(value: unknown, key: string): readonly unknown[] {
  const found = valueAt(value, key)
  return Array.isArray(found) ? found : []
}

/** @returns the first of the keys' values that is text with content, trimmed, or a finite number, as text; undefined where none is */
export function textAt(value: unknown, ...keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const found = valueAt(value, key)
    if (typeof found === 'number' && Number.isFinite(found)) return String(found)
    if (typeof found === 'string' && found.trim()) return found.trim()
  }
  return undefined
}

/** @returns a whole number of at least 0; undefined for anything else */
export function countAt(value: unknown, key: string): number | undefined {
  const found = valueAt(value, key)
  return typeof found === 'number' && Number.isSafeInteger(found) && found >= 0 ? found : undefined
}

export function valueAt(value: unknown, key: string): unknown {
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined
}

/** Maps the first `MAX_ENTRIES` values of a list, without those that cannot be read: a bad entry never costs the others. */
export function mapReadable<T>(list: readonly unknown[], read: (value: unknown) => T | undefined): T[] {
  return list.slice(0, MAX_ENTRIES).flatMap((value) => {
    const result = isRecord(value) ? read(value) : undefined
    return result === undefined ? [] : [result]
  })
}
