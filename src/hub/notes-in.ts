import type { Atlas } from './atlas-types.ts'

/**
 * Returns a copy of a value in which the note of each observation, at any depth, is in a language. A note that nobody
 * translated, such as an operator's own, stays in English.
 */
export function notesIn<T>(value: T, atlas: Pick<Atlas, 'note'>, language: string): T {
  return copied(value) as T

  function copied(from: unknown): unknown {
    if (Array.isArray(from)) return from.map(copied)
    if (typeof from !== 'object' || from === null) return from
    return Object.fromEntries(
      Object.entries(from).map(([name, each]) => {
        if (name === 'note' && typeof each === 'string') return [name, atlas.note(each)?.names[language]?.[0] ?? each]
        return [name, copied(each)]
      }),
    )
  }
}
