import type { Source } from '../source/types.ts'
import type { SourceRuling } from './operator-types.ts'

/** A source as the operator has it: of a blocked one nothing is polled, and nothing that it said counts. */
export function ruledSource(source: Source, ruling: SourceRuling | undefined): Source {
  if (ruling === undefined) return source
  const { tier, blocked } = ruling
  return {
    ...source,
    ...(tier ? { tier: tier.tier, tierReason: tier.reason } : {}),
    ...(blocked === undefined ? {} : { isEnabled: false, countsAsIndependent: false }),
  }
}
