import { z } from '@hono/zod-openapi'
import { soughtLanguage } from '../lib/expected-language.ts'
import { parseWeights, WeightError, type Weights } from '../rank/weights.ts'
import type { StoryOrder } from '../store/query-types.ts'
import { STORY_KINDS } from '../story/types.ts'
import { wholeNumber } from './api/whole-number.ts'
import type { SiteDeps } from './deps.ts'
import { HIDDEN_WORDS, hiddenWordsProblem, readHiddenWords } from './hidden/hidden-words.ts'

export const ORDERS = ['score', 'newest', 'independent'] as const satisfies readonly StoryOrder[]

const identifier = z.string().regex(/^[a-z0-9][a-z0-9._:-]{0,99}$/i, 'expected an id')

/** Comma-separated words to hide. */
const hiddenWords = z
  .string()
  .transform((written, context): readonly string[] => {
    const { words, fault } = readHiddenWords(written)
    if (!fault) return words
    context.addIssue({ code: 'custom', message: hiddenWordsProblem(fault) })
    return z.NEVER
  })
  .openapi({
    type: 'string',
    description: `Words not to see, with commas between, at most ${HIDDEN_WORDS.most}: stories with one in a headline or in a name of whom they are about are left out, and \`hidden\` says how many. Whole words, without regard to letter case and accents; Chinese, Japanese and Korean also as parts of words`,
    example: 'crypto,self-driving car',
  })

/** Filters of story lists, shared by pages, published feeds and the API. */
export const FILTERS = {
  kind: z.enum(STORY_KINDS),
  tier: wholeNumber(1, 4),
  language: z
    .string()
    .regex(/^[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8}){0,5}$/, 'expected a language as BCP 47 has it: en, zh-Hant')
    .transform(soughtLanguage),
  entity: identifier,
  hub: identifier,
  source: identifier,
  community: z.enum(['true', 'false']),
  order: z.enum(ORDERS),
  hide: hiddenWords,
}

/** Rank weights, validated but kept as written. */
export const weightsParameter = z.string().transform((written, context) => {
  try {
    parseWeights(written)
    return written
  } catch (error) {
    if (!(error instanceof WeightError)) throw error
    context.addIssue({ code: 'custom', message: error.message })
    return z.NEVER
  }
})

/** An invalid query parameter. */
export interface ParameterFault {
  readonly name: string
  /** The value as written. */
  readonly value: string
  /** What was expected, in English, for programs. */
  readonly problem: string
}

/** Ids and weights of this deployment that query parameters depend on. */
export interface KnownIds {
  hub(id: string): boolean
  entity(id: string): boolean
  /** Weights in force; a reader's override them. */
  readonly weights: Weights
}

export function knownIds({ atlas, gazetteer, settings }: Pick<SiteDeps, 'atlas' | 'gazetteer' | 'settings'>): KnownIds {
  return {
    weights: parseWeights(settings.weights ?? ''),
    hub: (id) => atlas.hub(id) !== undefined,
    entity: (id) => gazetteer.entity(id) !== undefined,
  }
}

type Parameters = Readonly<Record<string, z.ZodType<unknown, string>>>
type ValuesOf<P extends Parameters> = { readonly [Name in keyof P]?: z.output<P[Name]> }

/**
 * Reads the parameters of an address. Empty values count as absent, since forms send them. Unknown names are ignored, since
 * links gather tracking parameters.
 *
 * @param valuesOf returns the decoded values of a name in the address
 * @returns the valid values, and a fault for each invalid one
 */
export function readParameters<P extends Parameters>(
  valuesOf: (name: string) => readonly string[],
  parameters: P,
  known: KnownIds,
): { readonly values: ValuesOf<P>; readonly faults: readonly ParameterFault[] } {
  const values: Record<string, unknown> = {}
  const faults: ParameterFault[] = []
  for (const [name, parameter] of Object.entries(parameters)) {
    const [value, ...more] = valuesOf(name).filter((each) => each !== '')
    if (value === undefined) continue
    const read = parameter.safeParse(value)
    if (more.length > 0) faults.push({ name, value: [value, ...more].join(', '), problem: 'expected once' })
    else if (!read.success) faults.push({ name, value, problem: read.error.issues[0]!.message })
    else values[name] = read.data
  }
  const unknown = unknownIds(values, known)
  for (const { name } of unknown) delete values[name]
  return { values: values as ValuesOf<P>, faults: [...faults, ...unknown] }
}

/** @returns a fault for each unknown id, whose empty list would otherwise look like an absence of news */
export function unknownIds(
  values: { readonly hub?: unknown; readonly entity?: unknown },
  known: KnownIds,
): readonly ParameterFault[] {
  return (['hub', 'entity'] as const).flatMap((name) => {
    const value = values[name]
    if (typeof value !== 'string' || known[name](value)) return []
    return [{ name, value, problem: `there is no ${name} ${JSON.stringify(value)}` }]
  })
}

/**
 * Describes faults to programs.
 *
 * @example `kind: Invalid option: expected one of "release"|…`
 */
export function faultText(faults: readonly ParameterFault[]): string {
  return faults.map(({ name, problem }) => `${name}: ${problem}`).join('; ')
}
