import { collapseSpace } from '../figures.ts'
import { checkCauses } from './causes.ts'
import { checkComparison } from './comparison.ts'
import { checkCoverage, coverageOf } from './coverage.ts'
import { CHECK_RULES, type Failure } from './failure.ts'
import { checkModality } from './modality.ts'
import { checkNames } from './names.ts'
import { checkDates, checkNumbers } from './numbers.ts'
import { checkPolarity } from './polarity.ts'
import { checkQuotations } from './quotations.ts'
import { checkRoles } from './roles.ts'
import { Statement } from './statement.ts'
import type { CheckContext, CheckedText, Evidence, SentenceCheck } from './types.ts'

const RULES = [
  checkNumbers,
  checkDates,
  checkNames,
  checkRoles,
  checkQuotations,
  checkPolarity,
  checkModality,
  checkComparison,
  checkCauses,
  checkCoverage,
] as const

/**
 * Checks that the evidence supports a sentence: it must have each number with unit and magnitude, date, name, quotation and cause, and
 * enough of the other words; and nothing may be denied, planned or compared the other way. A sentence that equals one of the
 * quotes is supported. Pure; linear in the length of the texts except for pairs of numbers and names.
 *
 * @param evidence spans verified to stand in their items (`evidenceOf`); an empty list supports nothing
 * @example
 * checkSentence(
 *   { text: 'Halden raised $1.3bn.', language: 'en' },
 *   [{ quote: 'Halden has raised 1.2 billion dollars.', language: 'en' }],
 *   { gazetteer },
 * ).failures // [{ rule: 'number', found: '$1.3bn', instead: '1.2 billion dollars' }]
 */
export function checkSentence(
  sentence: CheckedText,
  evidence: readonly Evidence[],
  context: CheckContext,
): SentenceCheck {
  if (evidence.length === 0) return unsupported([{ rule: 'citation', reason: 'none', found: '' }])
  const text = collapseSpace(sentence.text)
  if (evidence.some(({ quote }) => collapseSpace(quote) === text)) return { supported: true, score: 1, failures: [] }
  const sources = evidence.map((each) => new Statement(each.quote, each.language, each.publishedAt, context))
  const statement = new Statement(sentence.text, sentence.language, evidence[0]!.publishedAt, context)
  return checkStatement(statement, sources)
}

/** Applies the rules of `checkSentence` to prepared texts; equal quotes have no exemption. */
export function checkStatement(sentence: Statement, evidence: readonly Statement[]): SentenceCheck {
  const failures = RULES.flatMap((rule) => rule(sentence, evidence))
  if (failures.length === 0) return { supported: true, score: coverageOf(sentence, evidence).share, failures }
  const isOnlyCoverage = failures.every(({ rule }) => rule === 'coverage')
  return { ...unsupported(failures), score: isOnlyCoverage ? coverageOf(sentence, evidence).share : 0 }
}

function unsupported(failures: readonly Failure[]): SentenceCheck {
  const order = (failure: Failure) => CHECK_RULES.indexOf(failure.rule)
  return { supported: false, score: 0, failures: [...failures].sort((a, b) => order(a) - order(b)) }
}
