import { DataFileError, type FileProblem } from '../lib/data-file-error.ts'
import { findClashes } from './alias-clashes.ts'
import { distinctNames } from './name-index.ts'
import { ENTITY_TYPES, type Entity, type EntityType } from './types.ts'

/** A problem in a line; the caller adds the file's name. */
type LineProblem = Omit<FileProblem, 'file' | 'line'> & { readonly line: number }

type Report = (field: string | undefined, problem: string) => void

interface Line {
  readonly entity: Entity
  readonly line: number
}

/**
 * Parses an entity file: one JSON object per line; blank lines are skipped.
 *
 * @param fileName for messages only
 * @param shipped entities that the file overlays: a line replaces the entity with its id, or adds one
 * @returns all entities in force
 * @throws DataFileError naming every problem with line and field
 */
export function parseEntities(jsonl: string, fileName: string, shipped: readonly Entity[] = []): readonly Entity[] {
  const problems: LineProblem[] = []
  const lines: Line[] = []
  let line = 0
  for (const text of jsonl.split('\n')) {
    line++
    if (text.trim() === '') continue
    const at = line
    const entity = readEntity(text, (field, problem) => problems.push({ line: at, field, problem }))
    if (entity) lines.push({ entity, line })
  }
  const own = new Set(lines.map(({ entity }) => entity.id))
  const kept = shipped.filter(({ id }) => !own.has(id))
  checkTogether(lines, kept, problems)
  if (problems.length > 0) {
    const inOrder = problems.sort((a, b) => a.line - b.line)
    throw new DataFileError(inOrder.map((each) => ({ file: fileName, ...each })))
  }
  return [...kept, ...lines.map(({ entity }) => entity)]
}

/** The known fields; `home`, `reserve` and `note` are for editors of the file and are not read. */
const FIELDS = new Set([
  'id',
  'type',
  'names',
  'parent',
  'hub',
  'home',
  'hashtags',
  'ambiguous',
  'context',
  'caseSensitive',
  'except',
  'versioned',
  'salience',
  'onBeat',
  'reserve',
  'note',
])

function readEntity(text: string, report: Report): Entity | undefined {
  const fields = readObject(text, report)
  if (!fields) return undefined
  for (const field in fields) if (!FIELDS.has(field)) report(field, 'is no field of an entity')
  const { id, type, salience } = fields
  if (typeof id !== 'string' || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
    report('id', `must be kebab case (letters, digits, single hyphens), is ${JSON.stringify(id)}`)
    return undefined
  }
  if (!ENTITY_TYPES.includes(type as EntityType)) report('type', `must be one of ${ENTITY_TYPES.join(', ')}`)
  if (salience !== 1 && salience !== 2 && salience !== 3) report('salience', 'must be 1, 2 or 3')
  const names = readNames(fields.names, report)
  const isOnBeat = readFlag(fields.onBeat, 'onBeat', report)
  const entity: Entity = {
    id,
    type: type as EntityType,
    names,
    parent: readId(fields.parent, 'parent', report),
    hub: readId(fields.hub, 'hub', report),
    hashtags: readTexts(fields.hashtags, 'hashtags', report),
    ambiguous: readTexts(fields.ambiguous, 'ambiguous', report),
    context: readTexts(fields.context, 'context', report),
    caseSensitive: readTexts(fields.caseSensitive, 'caseSensitive', report),
    except: readTexts(fields.except, 'except', report),
    isVersioned: readFlag(fields.versioned, 'versioned', report) ?? false,
    ...(isOnBeat !== undefined && { isOnBeat }),
    salience: salience as 1 | 2 | 3,
  }
  checkAlone(entity, report)
  return entity
}

function readObject(text: string, report: Report): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
    report(undefined, 'is no JSON object')
  } catch (error) {
    report(undefined, `is no JSON: ${(error as Error).message}`)
  }
  return undefined
}

function readNames(value: unknown, report: Report): Record<string, readonly string[]> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    report('names', 'must be an object of language → names')
    return {}
  }
  const names = value as Record<string, unknown>
  for (const language in names) {
    const field = `names.${language}`
    if (!/^[a-z]{2,3}(-[A-Z][a-z]{3})?$/.test(language)) report(field, 'is no language code such as "en" or "zh-Hant"')
    const list = names[language]
    names[language] = readTexts(list, field, report)
    if (Array.isArray(list) && list.length === 0) report(field, 'must have at least one name')
  }
  if (!Object.hasOwn(names, 'en')) report('names.en', 'is missing')
  return names as Record<string, readonly string[]>
}

function readTexts(value: unknown, field: string, report: Report): readonly string[] {
  if (value === undefined) return []
  if (Array.isArray(value) && value.every(isTrimmedText)) return value
  report(field, 'must be a list of texts, none empty or with space around it')
  return []
}

/** Checks the two ends only: `trim` on every name would take a tenth of the time to read the file. */
function isTrimmedText(value: unknown): value is string {
  if (typeof value !== 'string' || value === '') return false
  return !isSpace(value.charCodeAt(0)) && !isSpace(value.charCodeAt(value.length - 1))
}

function isSpace(code: number): boolean {
  return code <= 0x20 || code === 0xa0 || code === 0x3000
}

function readId(value: unknown, field: string, report: Report): string | undefined {
  if (value === undefined || value === null) return undefined
  if (typeof value === 'string' && value !== '') return value
  report(field, 'must be an id or null')
  return undefined
}

function readFlag(value: unknown, field: string, report: Report): boolean | undefined {
  if (value === undefined || typeof value === 'boolean') return value
  report(field, 'must be true or false')
  return undefined
}

function checkAlone(entity: Entity, report: Report): void {
  const names = distinctNames(entity)
  for (const field of ['ambiguous', 'caseSensitive'] as const) {
    for (const alias of entity[field]) {
      if (!names.includes(alias)) report(field, `"${alias}" is none of the names`)
    }
  }
  if (entity.ambiguous.length > 0 && entity.context.length === 0) report('context', 'is missing for ambiguous names')
  for (const alias of names) {
    if (!/[\p{L}\p{N}]/u.test(alias)) report('names', `"${alias}" has no letter or digit`)
  }
}

function checkTogether(lines: readonly Line[], kept: readonly Entity[], problems: LineProblem[]): void {
  const byId = new Map<string, Line>()
  for (const each of lines) {
    const first = byId.get(each.entity.id)
    if (first)
      problems.push({ line: each.line, field: 'id', problem: `"${each.entity.id}" is taken by line ${first.line}` })
    else byId.set(each.entity.id, each)
  }
  const known = new Map([...kept, ...lines.map(({ entity }) => entity)].map((entity) => [entity.id, entity]))
  for (const { entity, line } of lines) {
    if (entity.parent === undefined) continue
    if (!known.has(entity.parent)) problems.push({ line, field: 'parent', problem: `"${entity.parent}" is no entity` })
    else if (isItsOwnAncestor(entity, known)) problems.push({ line, field: 'parent', problem: 'leads back to itself' })
  }
  for (const { alias, entity, rival } of findClashes([...known.values()])) {
    const problem = `"${alias}" is a name of "${rival.id}" too: make it ambiguous in both, with context`
    const line = byId.get(entity.id)?.line
    if (line !== undefined) problems.push({ line, field: 'names', problem })
  }
}

function isItsOwnAncestor(entity: Entity, known: ReadonlyMap<string, Entity>): boolean {
  const seen = new Set<string>()
  for (let at = entity.parent; at !== undefined && !seen.has(at); at = known.get(at)?.parent) {
    if (at === entity.id) return true
    seen.add(at)
  }
  return false
}
