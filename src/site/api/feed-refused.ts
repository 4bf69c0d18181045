import type { Context } from 'hono'
import { faultText, type ParameterFault } from '../query-parameters.ts'

/** A feed of everything in place of what was asked for would only be noticed by what it floods. */
export function feedRefused(c: Context, faults: readonly ParameterFault[]): Response {
  return c.text(`${faultText(faults)}\n`, 400)
}
