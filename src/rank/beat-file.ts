import { parseDocument } from 'yaml'
import { z } from 'zod'
import { ENTITY_TYPES } from '../entity/types.ts'
import { DataFileError, type FileProblem } from '../lib/data-file-error.ts'
import { UI_LANGUAGES } from '../lib/ui-languages.ts'
import { SOURCE_TYPES } from '../source/types.ts'
import type { BeatRules } from './beat-rules.ts'
import { formatWeights, parseWeights, WeightError } from './weights.ts'

const word = z
  .string({ error: 'must be a list of words' })
  .regex(/^\*?[^*]*[\p{L}\p{N}][^*]*\*?$/u, { error: 'must be a word; a * may stand at either end of it' })
const words = z.array(word, { error: 'must be a list of words' }).default([])
/** Weights by name, stored in the format of `parseWeights`. */
const weights = z
  .record(z.string(), z.number({ error: 'must be a number' }), {
    error: 'must be names of weights, each with a number',
  })
  .default({})
  .transform((given, context) => {
    try {
      return formatWeights(
        parseWeights(
          Object.entries(given)
            .map(([name, value]) => `${name}:${value}`)
            .join(','),
        ),
      )
    } catch (error) {
      if (!(error instanceof WeightError)) throw error
      context.addIssue({
        code: 'custom',
        message: `${JSON.stringify(error.part)}: ${error.reason}`,
      })
      return z.NEVER
    }
  })
const yesOrNo = z.boolean({ error: 'must be true or false' })

const beatFile = z
  .strictObject({
    tagline: z.partialRecord(
      z.enum(UI_LANGUAGES),
      z.string().trim().min(1, { error: 'must be a text' }).max(80, { error: 'must be 80 characters at most' }),
      { error: `must be a text for each of ${UI_LANGUAGES.join(', ')}, or some of them` },
    ),
    everything: yesOrNo.default(false),
    names: words,
    words,
    fieldWords: words,
    entityTypes: z.array(z.enum(ENTITY_TYPES, { error: `must be some of ${ENTITY_TYPES.join(', ')}` })).default([]),
    sourceTypes: z.array(z.enum(SOURCE_TYPES, { error: `must be some of ${SOURCE_TYPES.join(', ')}` })).default([]),
    weights,
    shippedEntities: yesOrNo.default(true),
    hubs: yesOrNo.default(true),
  })
  .refine(
    (beat) =>
      beat.everything || [beat.names, beat.words, beat.fieldWords, beat.entityTypes].some(({ length }) => length > 0),
    {
      path: ['words'],
      error: 'nothing would be of the beat: give words, names or entityTypes, or set everything: true',
    },
  )

/**
 * Parses the file of a beat.
 *
 * @param fileName name used in messages
 * @throws DataFileError with every problem and its field
 */
export function parseBeat(yaml: string, fileName: string): BeatRules {
  const document = parseDocument(yaml, { prettyErrors: true })
  const [fault] = document.errors
  if (fault) {
    const problem = `is no YAML: ${fault.message.split('\n')[0]}`
    throw new DataFileError([{ file: fileName, line: fault.linePos?.[0].line, problem }])
  }
  const checked = beatFile.safeParse(document.toJS() ?? {})
  if (!checked.success) {
    throw new DataFileError(checked.error.issues.map((issue) => ({ file: fileName, ...problemOf(issue) })))
  }
  const { everything, shippedEntities, hubs, ...rules } = checked.data
  return { ...rules, isEverything: everything, hasShippedEntities: shippedEntities, hasHubs: hubs }
}

function problemOf(issue: z.core.$ZodIssue): Pick<FileProblem, 'field' | 'problem'> {
  if (issue.code === 'unrecognized_keys') {
    const field = [...issue.path, issue.keys.join(', ')].join('.')
    if (issue.path[0] === 'tagline') {
      const known = UI_LANGUAGES.join(', ')
      return { field, problem: `is no language of the interface; known are ${known}. Quote a text that has a comma` }
    }
    return { field, problem: `is no field of a beat; known are ${Object.keys(beatFile.shape).join(', ')}` }
  }
  return { field: issue.path.join('.') || undefined, problem: issue.message }
}
