import type { Gazetteer } from '../entity/types.ts'
import { canonicalUrl } from '../item/canonical-url.ts'
import { detectLanguage } from '../item/language.ts'
import { parseInstant } from '../lib/parse-instant.ts'
import type { ClusterSettings } from './cluster-settings.ts'
import { createClusterer } from './clusterer.ts'
import { Grouping } from './grouping.ts'
import type { WordTranslations } from './translation/word-translations.ts'
import type { ClusterInput, Receipt } from './types.ts'

/** A line of JSON Lines that is not a valid item; the message names the line. */
export class ClusterLineError extends Error {
  override readonly name = 'ClusterLineError'

  constructor(
    readonly line: number,
    reason: string,
  ) {
    super(`Line ${line}: ${reason}`)
  }
}

export interface ClusterLinesOptions {
  /** Finds the entities that stories share; without it, words and numbers decide. */
  readonly gazetteer?: Gazetteer
  /** Whether labels take later merges and splits into account; otherwise each line has the story that it was in when the next came. */
  readonly final?: boolean
  readonly receipts?: boolean
  readonly settings?: Partial<ClusterSettings>
  /** Replaces the result of `lineInputs`, for example by inputs with meanings. */
  readonly inputs?: readonly ClusterInput[]
  readonly meaningSpace?: string
  /** Translations of words into English; without them, lines in two languages match by names and figures alone. */
  readonly translations?: WordTranslations
}

/** The story that a line was placed in. */
export interface ClusteredLine {
  readonly id: unknown
  readonly story: number
  readonly receipt?: Receipt
}

/**
 * Groups lines `{id, title, lang?, date?, text?, url?, publisher?}` into stories, in their order. A missing language is detected
 * from the text; a date that cannot be parsed counts as absent.
 *
 * @throws ClusterLineError for a line that is not an object or has no title
 */
export function clusterLines(
  rows: readonly Readonly<Record<string, unknown>>[],
  options: ClusterLinesOptions = {},
): ClusteredLine[] {
  const { gazetteer } = options
  const clusterer = createClusterer({
    settings: options.settings,
    meaningSpace: options.meaningSpace,
    translations: options.translations,
    ...(gazetteer && { entityOf: (id: string) => gazetteer.entity(id) }),
  })
  const stories: number[] = []
  const receipts: Receipt[] = []
  const grouping = new Grouping()
  for (const [index, input] of (options.inputs ?? lineInputs(rows, gazetteer)).entries()) {
    const changes = clusterer.assign(input)
    grouping.note(changes)
    stories.push(grouping.storyOf(index)!)
    receipts.push(changes[0]!.receipt)
  }
  return rows.map((row, index) => ({
    id: row.id,
    story: options.final ? grouping.storyOf(index)! : stories[index]!,
    ...(options.receipts && { receipt: receipts[index]! }),
  }))
}

/**
 * Converts lines to input for the clusterer.
 *
 * @throws ClusterLineError for a line that is not an object or has no title
 */
export function lineInputs(
  rows: readonly Readonly<Record<string, unknown>>[],
  gazetteer?: Gazetteer,
): readonly ClusterInput[] {
  return rows.map((row, index) => lineInput(row, index, gazetteer))
}

function lineInput(row: Readonly<Record<string, unknown>>, index: number, gazetteer?: Gazetteer): ClusterInput {
  if (typeof row !== 'object' || row === null || Array.isArray(row))
    throw new ClusterLineError(index + 1, 'not an object')
  const title = text(row.title)
  if (title === undefined) throw new ClusterLineError(index + 1, '`title` must be a text that is not empty')
  const body = text(row.text) ?? ''
  const all = `${title}\n${body}`
  const language = text(row.lang) ?? detectLanguage(all)
  const date = text(row.date)
  const url = text(row.url)
  const mentions = gazetteer?.findEntities(all) ?? []
  return {
    id: index,
    title,
    text: body,
    language,
    at: date === undefined ? undefined : parseInstant(date, language),
    url: url === undefined ? undefined : canonicalUrl(url),
    publisher: text(row.publisher),
    entityIds: [...new Set(mentions.map(({ entityId }) => entityId))],
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}
