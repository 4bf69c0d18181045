import type { Context } from 'hono'
import { faultText, type ParameterFault } from '../query-parameters.ts'

/** Answers 400 to a request for a feed with invalid parameters: ignoring them would flood the subscriber with an unfiltered feed. */
export function feedRefused(c: Context, faults: readonly ParameterFault[]): Response {
  return c.text(`${faultText(faults)}\n`, 400)
}
