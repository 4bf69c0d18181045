import { z } from '@hono/zod-openapi'
import { UI_LANGUAGES } from '../../lib/ui-languages.ts'
import { wholeNumber } from './whole-number.ts'

/** Schemas of the public JSON. The OpenAPI document is generated from them, and tests check every answer against them. */

export const instant = z.iso.datetime().openapi({ example: '2026-11-23T08:00:00.000Z' })

export const tier = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]).openapi({
  type: 'integer',
  enum: [1, 2, 3, 4],
  description: '1 primary, 2 reporting, 3 commentary and aggregation, 4 open community',
})

export const hiddenCount = z
  .int()
  .optional()
  .openapi({ description: 'How many of the page `hide` leaves out; absent where nothing is to be hidden' })

export const errorSchema = z
  .object({ error: z.string().openapi({ description: 'What was wrong and what to do' }) })
  .openapi('Error')

/** Describes an answer with a JSON body. */
export const jsonAnswer = <S extends z.ZodType>(schema: S, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})

/** Describes an answer that says what was wrong and what to do. */
export const failureAnswer = (description: string) => jsonAnswer(errorSchema, description)

/** The parameter that chooses the language of texts in an answer. */
export const languageParameter = z
  .string()
  .max(20)
  .optional()
  .openapi({
    description: `Language of headlines, summaries, reasons and names, where there is one: ${UI_LANGUAGES.join(', ')}`,
  })

/** A story's number: at most 15 digits, which JSON and both databases hold exactly. */
export const storyNumber = wholeNumber(1, 999_999_999_999_999)

/** The id of a source or entity. */
export const recordKey = z.string().min(1).max(100)

/** Most entries in one answer. */
export const LONGEST_LIST = 200

/** The parameters that ask for one page of a list. */
export const listPage = {
  limit: wholeNumber(1, LONGEST_LIST).default(30).openapi({ default: 30 }),
  after: z.string().max(500).optional().openapi({ description: '`next` of the page before' }),
}
