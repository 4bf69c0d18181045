import type { z } from '@hono/zod-openapi'

/** Says what is wrong with a parameter in words of HTTP: who asks sends text, and knows nothing of the schema's types. */
export function problemOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return 'must be given'
    case 'too_small':
      return issue.origin === 'string' ? 'must not be empty' : issue.message
    case 'too_big':
      return issue.origin === 'string' ? `expected no more than ${issue.maximum} characters` : issue.message
    case 'invalid_format':
      return issue.format === 'date' ? 'expected a date such as 2026-11-23' : issue.message
    case 'invalid_value':
      return `expected one of ${issue.values.join(', ')}`
    default:
      return issue.message
  }
}
