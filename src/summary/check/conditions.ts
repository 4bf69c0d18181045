import { contentTerms } from './content-terms.ts'
import type { Failure } from './failure.ts'
import type { Statement } from './statement.ts'

/** A condition at the beginning of an English clause, with what follows from it. */
const CONDITION =
  /(?:^|[.;:!?] )((?:if|unless|provided(?: that)?|assuming(?: that)?) [^.,;:!?]{3,100}), ([^.;:!?]{8,200})/g
/** Words by which a sentence keeps a condition, or says that what follows from it may not be. */
const KEEPS_CONDITION =
  /\b(?:if|unless|provided|assuming|would|could|(?<!\b(?:in|of|by|since|until|from|this|last|next|early|late|mid) )may(?! \d)|might|should|subject to|pending|depend\w*|conditional\w*|in case)\b/
/** Least share of the terms of what follows that a sentence about it has. */
const SAME_CLAUSE = 0.7
const LEAST_OF_CLAUSE = 3

/**
 * Checks that what English evidence says under a condition ("If regulators agree, Halden buys Tern") the sentence does not say without
 * one, unless other evidence does too.
 */
export function checkConditions(sentence: Statement, evidence: readonly Statement[]): readonly Failure[] {
  if (sentence.language !== 'en' || KEEPS_CONDITION.test(sentence.folded)) return []
  const read = evidence
    .filter(({ language }) => language === 'en')
    .map(({ folded, terms }) => ({ terms, found: [...folded.matchAll(CONDITION)] }))
  const free = read.filter(({ found }) => found.length === 0)
  return read.flatMap(({ found }) =>
    found.flatMap(([, condition, clause]): readonly Failure[] => {
      const terms = new Set(contentTerms(clause!).map(({ term }) => term))
      const saysClause = (said: { readonly terms: ReadonlySet<string> }) => {
        const shared = [...terms].filter((term) => said.terms.has(term)).length
        return shared >= LEAST_OF_CLAUSE && shared >= SAME_CLAUSE * terms.size
      }
      if (!saysClause(sentence) || free.some(saysClause)) return []
      return [{ rule: 'modality', found: condition!, said: 'fact', source: 'possible' }]
    }),
  )
}
