import { contentTerms } from './content-terms.ts'
import type { Failure } from './failure.ts'
import { type Statement, sameLanguage } from './statement.ts'

/** Words before a cause. */
const CAUSE_AHEAD =
  /\b(?:because(?: of)?|due to|owing to|thanks to|as a result of|caused by|driven by|triggered by|blam(?:ed|es|ing)(?: it)? on|attribut(?:ed|es|able) to|in response to|prompted by|on account of|stem(?:s|med)? from|following|amid|after(?! (?:that|this|which|all)\b)|as(?= (?:[a-z]+ ){1,3}(?:[a-z]+ed|fell|rose|grew|lost|won|withdrew|left|became|shrank)\b))\b|因为|由于|缘于|源于|归因于|归咎于|受(?=[^访理到益邀])|因(?=[^此而])/g
/** Words after a cause. */
const CAUSE_BEHIND =
  /(?:ため|ので|ことから|が原因|を理由に|の影响で|によって|により|を受けて|を受け)|(?:때문에|때문이|으로 인해|로 인해|탓에|영향으로|따라|이유로|인해)|\b(?:caused|led to|resulted in|which is why)\b|(?:导致|造成|致使|引发)/g
/** End of a clause in folded text, where full-width commas are plain ones. */
const CLAUSE_END = /[.;!?。\n]|, (?:and|but|which)\b|,(?=\p{Script=Han})/u
/** Least share of a cause's terms that the evidence must have. */
const COVERED = 0.5

/** Words of time that imply a cause; the evidence needs no causal word for them, but must have what they name. */
const IN_TIME = /^(?:after|amid|as)$/
/** Their equivalents in all languages. */
const IN_TIME_THERE = /\b(?:after|amid|as)\b|后|之际|际|중에|가운데|후|뒤/

/**
 * Checks that the evidence gives the causes that the sentence gives. Across languages it can only compare whether there is any.
 */
export function checkCauses(sentence: Statement, evidence: readonly Statement[]): readonly Failure[] {
  const causes = causesOf(sentence)
  if (causes.length === 0 || evidence.length === 0) return []
  const same = evidence.filter((each) => sameLanguage(sentence, each))
  const read = same.length > 0 ? same : evidence
  const hasCause = read.some((each) => causesOf(each).some(({ isInTime }) => !isInTime))
  const known = new Set(same.flatMap(({ terms }) => [...terms]))
  return causes
    .filter(({ clause, isInTime }) => {
      const terms = contentTerms(clause)
      const isGiven =
        hasCause || (isInTime && (same.length > 0 || read.some(({ folded }) => IN_TIME_THERE.test(folded))))
      if (terms.length === 0 && isInTime) return false
      if (!isGiven) return true
      const covered = terms.filter(({ term }) => known.has(term)).length
      return same.length > 0 && terms.length > 0 && covered / terms.length < COVERED
    })
    .slice(0, 1)
    .map(({ clause }) => ({ rule: 'cause', found: clause.trim() }))
}

interface Cause {
  readonly clause: string
  readonly isInTime: boolean
}

function causesOf({ folded }: Statement): readonly Cause[] {
  const ahead = [...folded.matchAll(CAUSE_AHEAD)].map((match) => {
    const from = match.index + match[0].length
    const rest = folded.slice(from, from + 120)
    const end = rest.search(CLAUSE_END)
    return { clause: end < 0 ? rest : rest.slice(0, end), isInTime: IN_TIME.test(match[0]) }
  })
  const behind = [...folded.matchAll(CAUSE_BEHIND)].map((match) => {
    const before = folded.slice(Math.max(0, match.index - 40), match.index)
    const cut = Math.max(before.lastIndexOf('。'), before.lastIndexOf('、'), before.lastIndexOf(','))
    return { clause: before.slice(cut + 1), isInTime: false }
  })
  return [...ahead, ...behind]
}
