import { z } from '@hono/zod-openapi'

/** Schema of a whole number in a query or path. It takes digits only: `Number` would also accept `0x10`, `1e3` and the empty string. */
export function wholeNumber(least: number, most: number) {
  const expected = `expected a whole number from ${least} to ${most}`
  return z
    .string()
    .regex(/^\d{1,15}$/, expected)
    .transform(Number)
    .pipe(z.number().min(least, expected).max(most, expected))
    .openapi({ type: 'integer', minimum: least, maximum: most })
}
