import type { z } from 'zod'
import { type DataFile, type Report, type Row, readJsonLines } from './read-rows.ts'

/** Reads one file of each folder, by id; a later folder's row replaces an earlier one's. */
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

/** Indexes the rows of each folder by id; a later folder's row replaces an earlier one's. Reports duplicates within a folder. */
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
