import type { z } from 'zod'
import { type DataFile, type Report, type Row, readJsonLines } from './read-rows.ts'

/** Rows of a file in each folder, a later folder's in place of an earlier one's of the same id. */
export function linesOf<S extends z.ZodType<{ readonly id: string }>>(
  files: readonly (DataFile | undefined)[],
  schema: S,
  report: Report,
): Map<string, Row<z.infer<S>>> {
  return byId(
    files.map((file) => (file ? readJsonLines(file, schema, report) : [])),
    report,
  )
}

/** Rows of each folder, a later folder's in place of an earlier one's of the same id. */
export function byId<T extends { readonly id: string }>(
  folders: readonly (readonly Row<T>[])[],
  report: Report,
): Map<string, Row<T>> {
  const all = new Map<string, Row<T>>()
  for (const rows of folders) {
    const seen = new Set<string>()
    for (const row of rows) {
      const { id } = row.value
      if (seen.has(id)) report({ file: row.file, line: row.line, field: 'id', problem: `"${id}" stands there already` })
      seen.add(id)
      all.set(id, row)
    }
  }
  return all
}

export function values<T>(rows: ReadonlyMap<string, Row<T>>): readonly T[] {
  return [...rows.values()].map(({ value }) => value)
}
