import { oncePerObject } from '../../lib/once-per-object.ts'
import { CONDITION_WORDS } from './condition-words.ts'
import { contentTerms } from './content-terms.ts'
import type { Failure } from './failure.ts'
import { type Statement, sameLanguage } from './statement.ts'

/** Least share of the terms of a clause that a sentence about it has. */
const SAME_CLAUSE = 0.7
/** Least terms in common, of words (in Korean the stems of words) and of pairs of characters. */
const LEAST_OF_CLAUSE = { words: 3, pairs: 4 } as const
/** Most clauses read of a text: a hostile one may consist of conditions. */
const MOST_CLAUSES = 100

/** What a text says only under a condition, or that somebody may say: `clause` is a span of the folded text. */
export interface Supposition {
  /** The condition, or who may say it. */
  readonly under: string
  readonly start: number
  /** Exclusive. */
  readonly end: number
}

/** Returns what a text only supposes, in languages with `CONDITION_WORDS`; cached with the statement. */
export const suppositionsOf = oncePerObject(({ folded, language }: Statement): readonly Supposition[] =>
  (CONDITION_WORDS[language]?.patterns ?? [])
    .flatMap((pattern) =>
      [...folded.matchAll(pattern)].map(({ 0: whole, index, groups }) => {
        const clause = groups!.clause!
        const start = index + whole.lastIndexOf(clause)
        return { under: groups!.under!.trim(), start, end: start + clause.length }
      }),
    )
    .slice(0, MOST_CLAUSES),
)

/** Returns the folded text without what it only supposes, all offsets kept. */
export const saidOutright = oncePerObject((statement: Statement): string =>
  suppositionsOf(statement).reduce(
    (text, { start, end }) => text.slice(0, start) + ' '.repeat(end - start) + text.slice(end),
    statement.folded,
  ),
)

/**
 * Checks that what evidence says under a condition ("If regulators agree, Halden buys Tern"), or as what somebody may say, the sentence
 * does not say without one, unless evidence says it outright too.
 */
export function checkConditions(sentence: Statement, evidence: readonly Statement[]): readonly Failure[] {
  const words = CONDITION_WORDS[sentence.language]
  if (!words || words.keeps.test(sentence.folded) || suppositionsOf(sentence).length > 0) return []
  const same = evidence.filter((each) => sameLanguage(sentence, each))
  const least = /^(?:zh|ja)$/.test(sentence.language) ? LEAST_OF_CLAUSE.pairs : LEAST_OF_CLAUSE.words
  const isOutright = (terms: readonly string[]) =>
    same.some((each) => {
      const said = termsIn(saidOutright(each))
      return terms.filter((term) => said.has(term)).length >= SAME_CLAUSE * terms.length
    })
  return same
    .flatMap((each) =>
      suppositionsOf(each).map((found) => ({ ...found, clause: each.folded.slice(found.start, found.end) })),
    )
    .filter(({ clause }) => {
      const shared = sharedWith(clause, sentence.terms, least)
      return shared !== undefined && !isOutright(shared)
    })
    .slice(0, 1)
    .map(({ under }) => ({ rule: 'modality', found: under, said: 'fact', source: 'possible' }))
}

/** Returns the terms that a sentence shares with a clause, or with a part of it between commas, if it says most of that; else undefined. */
function sharedWith(clause: string, said: ReadonlySet<string>, least: number): readonly string[] | undefined {
  const parts = [clause, ...clause.split(/[,،、]/)]
  return parts
    .map((part) => {
      const terms = [...termsIn(part)]
      const shared = terms.filter((term) => said.has(term))
      return shared.length >= least && shared.length >= SAME_CLAUSE * Math.min(terms.length, said.size)
        ? shared
        : undefined
    })
    .find((shared) => shared !== undefined)
}

function termsIn(folded: string): ReadonlySet<string> {
  return new Set(contentTerms(folded).map(({ term }) => term))
}
