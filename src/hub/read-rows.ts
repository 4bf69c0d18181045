import { CsvError, parse } from 'csv-parse/sync'
import { parseDocument } from 'yaml'
import type { z } from 'zod'
import type { FileProblem } from '../lib/data-file-error.ts'

/** The text of a data file, and the name that messages use for it. */
export interface DataFile {
  readonly name: string
  readonly text: string
  /** The parsed YAML, if it is already available. */
  readonly value?: unknown
}

/** A validated row with its file and line. */
export interface Row<T> {
  readonly file: string
  readonly line: number
  readonly value: T
}

/** Records a problem; reading continues, so that all problems are reported together. */
export type Report = (problem: FileProblem) => void

/** Reads one JSON object per line. Blank lines are skipped; invalid lines are reported and skipped. */
export function readJsonLines<S extends z.ZodType>(file: DataFile, schema: S, report: Report): Row<z.output<S>>[] {
  const rows: Row<z.output<S>>[] = []
  for (const [index, text] of file.text.split('\n').entries()) {
    if (text.trim() === '') continue
    const line = index + 1
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch (error) {
      report({ file: file.name, line, problem: `is no JSON: ${(error as Error).message}` })
      continue
    }
    const row = checkRow(file.name, line, value, schema, report)
    if (row) rows.push(row)
  }
  return rows
}

/** Reads comma-separated rows under a header line (RFC 4180); empty cells are omitted. */
export function readCsv<S extends z.ZodType>(file: DataFile, schema: S, report: Report): Row<z.output<S>>[] {
  let records: { record: Record<string, string>; info: { lines: number } }[]
  try {
    records = parse(file.text, { bom: true, columns: true, info: true, skip_empty_lines: true, trim: true }) as never
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = Number((error as { lines?: number }).lines) || undefined
    report({ file: file.name, line, problem: `is no table: ${error.message}` })
    return []
  }
  const rows: Row<z.output<S>>[] = []
  for (const { record, info } of records) {
    const cells = Object.fromEntries(Object.entries(record).filter(([, cell]) => cell !== ''))
    const row = checkRow(file.name, info.lines, cells, schema, report)
    if (row) rows.push(row)
  }
  return rows
}

/** Reads a YAML file that holds one record. */
export function readYaml<S extends z.ZodType>(file: DataFile, schema: S, report: Report): Row<z.output<S>> | undefined {
  if (file.value !== undefined) return checkRow(file.name, undefined, file.value, schema, report)
  const document = parseDocument(file.text, { prettyErrors: true })
  const [fault] = document.errors
  if (fault) {
    report({ file: file.name, line: fault.linePos?.[0].line, problem: `is no YAML: ${fault.message.split('\n')[0]}` })
    return undefined
  }
  let value: unknown
  try {
    value = document.toJS()
  } catch (error) {
    // An alias without an anchor fails only here.
    report({ file: file.name, problem: `is no YAML: ${(error as Error).message}` })
    return undefined
  }
  return checkRow(file.name, undefined, value, schema, report)
}

function checkRow<S extends z.ZodType>(
  file: string,
  line: number | undefined,
  value: unknown,
  schema: S,
  report: Report,
): Row<z.output<S>> | undefined {
  const checked = schema.safeParse(value)
  if (checked.success) return { file, line: line ?? 1, value: checked.data }
  for (const issue of checked.error.issues) {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : undefined
    report({
      file,
      line,
      field: keys ?? (issue.path.join('.') || undefined),
      problem: keys ? 'is no field of this file' : lowerFirst(issue.message),
    })
  }
  return undefined
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
