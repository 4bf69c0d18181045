import { z } from '@hono/zod-openapi'

/** Shapes of the public JSON. The OpenAPI document is made from these, and the tests hold every answer to them. */

export const instant = z.iso.datetime().openapi({ example: '2026-11-23T08:00:00.000Z' })

export const tier = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]).openapi({
  type: 'integer',
  enum: [1, 2, 3, 4],
  description: '1 primary, 2 reporting, 3 commentary and aggregation, 4 open community',
})

export const errorSchema = z
  .object({ error: z.string().openapi({ description: 'What was wrong and what to do' }) })
  .openapi('Error')
