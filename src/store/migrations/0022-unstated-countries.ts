import { sql } from 'kysely'
import type { Migration } from './migration.ts'

/**
 * Lets the country of a source be unknown where nobody stated one: imports of lists wrote `INT`, of no one country. The next start would
 * mend the sources of the catalogue, but never those that have left it. Quotes within a text of the JSON are escaped, so that only fields match.
 */
export const unstatedCountries: Migration = {
  version: 22,
  name: 'unstated countries',
  async up(tx) {
    await sql`
      UPDATE sources SET source = replace(source, '"country":"INT"', '"country":"ZZ"')
      WHERE source LIKE '%"country":"INT"%' AND source LIKE '%"tierReason":"Added by the operator."%'`.execute(tx)
  },
}
