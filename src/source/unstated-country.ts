import { blankSource } from './blank-source.ts'
import type { Source } from './types.ts'

const { country: UNKNOWN, tierReason: UNEDITED } = blankSource('', '', '')

/**
 * Returns an own source with its country unknown (`ZZ`) if it has `INT` only because nobody stated a country: imports of lists wrote `INT`
 * before 30 Nov 2026. The file keeps what it has, so that such an import can still be undone, which compares each entry with what was written.
 */
export function withoutUnstatedCountry(source: Source): Source {
  return source.country === 'INT' && source.tierReason === UNEDITED ? { ...source, country: UNKNOWN } : source
}
