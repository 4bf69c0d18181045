import type { Source } from '../source/types.ts'
import type { SourceRuling } from './operator-types.ts'

/** Applies an operator's ruling to a source. A blocked source is not polled and does not count as independent. */
export function ruledSource(source: Source, ruling: SourceRuling | undefined): Source {
  if (ruling === undefined) return source
  const { tier, blocked } = ruling
  return {
    ...source,
    ...(tier ? { tier: tier.tier, tierReason: tier.reason } : {}),
    ...(blocked === undefined ? {} : { isEnabled: false, countsAsIndependent: false }),
  }
}
