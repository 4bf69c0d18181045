import { contentTerms } from './content-terms.ts'
import type { Failure } from './failure.ts'
import { type Statement, sameLanguage } from './statement.ts'

/** Before the cause. */
const CAUSE_AHEAD =
  /\b(?:because(?: of)?|due to|owing to|thanks to|as a result of|caused by|driven by|triggered by|blam(?:ed|es|ing)(?: it)? on|attribut(?:ed|es|able) to|in response to|prompted by|on account of|stem(?:s|med)? from|following)\b|因为|由于|缘于|源于|归因于|归咎于|受(?=[^访理到益邀])|因(?=[^此而])/g
/** Behind the cause. */
const CAUSE_BEHIND =
  /(?:ため|ので|ことから|が原因|を理由に|の影響で|によって|により|を受けて|を受け)|(?:때문에|때문이|으로 인해|로 인해|탓에|영향으로|따라|이유로|인해)|\b(?:caused|led to|resulted in|which is why)\b|(?:导致|造成|致使|引发)/g
const CLAUSE_END = /[.;!?。；！？\n]|, (?:and|but|which)\b/
/** Share of a cause's terms that the evidence must have. */
const COVERED = 0.5

/** A cause that the sentence gives is one that the evidence gives too. */
export function checkCauses(sentence: Statement, evidence: readonly Statement[]): readonly Failure[] {
  const same = evidence.filter((each) => sameLanguage(sentence, each))
  if (same.length === 0) return []
  const causes = causesOf(sentence)
  if (causes.length === 0) return []
  const hasCause = same.some((each) => causesOf(each).length > 0)
  const known = new Set(same.flatMap(({ terms }) => [...terms]))
  return causes
    .filter((cause) => {
      const terms = contentTerms(cause.clause)
      const covered = terms.filter(({ term }) => known.has(term)).length
      return !hasCause || (terms.length > 0 && covered / terms.length < COVERED)
    })
    .slice(0, 1)
    .map(({ clause }) => ({ rule: 'cause', found: clause.trim() }))
}

function causesOf({ folded }: Statement): readonly { readonly clause: string }[] {
  const ahead = [...folded.matchAll(CAUSE_AHEAD)].map((match) => {
    const from = match.index + match[0].length
    const rest = folded.slice(from, from + 120)
    const end = rest.search(CLAUSE_END)
    return { clause: end < 0 ? rest : rest.slice(0, end) }
  })
  const behind = [...folded.matchAll(CAUSE_BEHIND)].map((match) => {
    const before = folded.slice(Math.max(0, match.index - 40), match.index)
    const cut = Math.max(
      before.lastIndexOf('。'),
      before.lastIndexOf('、'),
      before.lastIndexOf(', '),
      before.lastIndexOf('，'),
    )
    return { clause: before.slice(cut + 1) }
  })
  return [...ahead, ...behind]
}
