import { contentTerms } from './content-terms.ts'
import type { Failure } from './failure.ts'
import { type Statement, sameLanguage } from './statement.ts'

/** Words that swap subject and object, such as the passive's "by". */
const TURNED = /\bby\b|被|由|遭|によって|により|に(?=[^は]{0,12}され)|から|에 ?의해|에게|한테/
const SPLIT = /[.!?。！？\n]+/

/**
 * Checks who did what to whom: two names of the sentence must not occur in the evidence only in reverse order about the same
 * verb ("A sued B" for "B sued A", "A is larger than B" for "B is larger than A").
 */
export function checkRoles(sentence: Statement, evidence: readonly Statement[]): readonly Failure[] {
  const said = pairsOf(sentence)
  if (said.length === 0) return []
  const known = evidence.filter((each) => sameLanguage(sentence, each)).flatMap(pairsOf)
  for (const pair of said) {
    if (known.some((each) => each.first === pair.first && each.second === pair.second)) continue
    const turned = known.find(
      (each) =>
        each.first === pair.second &&
        each.second === pair.first &&
        each.isTurned === pair.isTurned &&
        [...pair.between].some((term) => each.between.has(term)),
    )
    if (turned) return [{ rule: 'name', found: pair.text, misplaced: true }]
  }
  return []
}

interface NamePair {
  readonly first: string
  readonly second: string
  readonly between: ReadonlySet<string>
  readonly isTurned: boolean
  readonly text: string
}

/** Returns pairs of neighbouring names within a sentence, with the terms between them and, in Japanese and Korean, after them. */
function pairsOf(statement: Statement): readonly NamePair[] {
  const names = namePlaces(statement)
  const pairs: NamePair[] = []
  for (let at = 0; at + 1 < names.length; at++) {
    const [one, other] = [names[at]!, names[at + 1]!]
    if (one.id === other.id) continue
    const between = statement.folded.slice(one.end, other.start)
    if (between.length > 80 || SPLIT.test(between)) continue
    // In Japanese and Korean the verb comes last.
    const rest = /^(?:ja|ko)$/.test(statement.language) ? statement.folded.slice(other.end, other.end + 24) : ''
    const words = `${between} ${rest.split(SPLIT)[0]!}`
    pairs.push({
      first: one.id,
      second: other.id,
      between: new Set(contentTerms(words).map(({ term }) => term)),
      isTurned: TURNED.test(words),
      text: statement.text.slice(one.start, other.end),
    })
  }
  return pairs
}

function namePlaces(
  statement: Statement,
): readonly { readonly id: string; readonly start: number; readonly end: number }[] {
  const known = statement.mentions.map(({ entityId, start, end }) => ({ id: entityId, start, end }))
  const others = [...statement.text.matchAll(/\p{Lu}[\p{Ll}\p{N}]+(?: \p{Lu}[\p{Ll}\p{N}]+)*/gu)]
    .map(({ 0: name, index }) => ({ id: name.toLowerCase(), start: index, end: index + name.length }))
    .filter((place) => !known.some((each) => place.start < each.end && place.end > each.start))
  return [...known, ...others].sort((a, b) => a.start - b.start)
}
