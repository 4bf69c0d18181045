import { wholeCharacters } from '../../lib/clean-text.ts'
import { type Cue, type CueWords, cuesOf, headOf, isSaidFreely } from './cues.ts'
import type { Failure } from './failure.ts'
import { type Statement, sameLanguage } from './statement.ts'

const NEGATION: CueWords = {
  // What is denied in a clause of its own begins behind its "that": "denied on Monday that", "it is not true that", "it is
  // unclear whether".
  ahead:
    /\b(?:(?:den(?:y|ies|ied|ying)|disput(?:es?|ed|ing)|rul(?:es|ed) out|(?:not|n't) (?:true|correct|the case|clear|known|certain|sure)|no (?:evidence|truth|proof|sign|indication)|untrue|false|un(?:clear|known|certain)|doubt(?:s|ed|ful)?)(?: [^.,;:!?]{1,40})? (?:that|whether)|nobody|no one|hardly|barely|scarcely|not(?! (?:only|just|merely))|cannot|never|no(?! (?:less|more|fewer|later|sooner|doubt|matter|longer than|\d)|[-.,!?])|none of|neither|nor|without|yet to|(?:drop(?:s|ped)?|abandon(?:s|ed)?|scrap(?:s|ped)?|shelv(?:es|ed)|cancel(?:s|l?ed)?|call(?:s|ed)? off|withdr(?:ew|aws)) (?:its|the|their|his|her|an?|any) (?:[a-z]+ )?(?:plans?|bid|offer|deal|proposal)(?: to| for)?|(?:fail(?:s|ed|ing)?|refus(?:es?|ed|ing)|declin(?:es?|ed|ing)) to|den(?:y|ies|ied|ying)|rul(?:es|ed|ing) out|stopp?(?:s|ed)? short of|far from)\b|n't\b|(?:不(?![仅只过断少论管但同久足到及仅]|动产|仅仅)|没有?|未(?![来知])|无(?![人线论锡数疑]|法律)|并非|绝非|尚无|否认|拒绝|从不|毫无|勿|别(?=再))|(?<![가-힣])(?:안|못) (?=[가-힣])/g,
  behind:
    / (?:is|are|was|were) (?:false|untrue|unfounded|fabricated)\b|(?:的(?:消息|说法|传闻|报道))?(?:并)?不(?:属实|实(?=[。，,]|$))|(?:という)?事実は(?:ない|なかった|ありません)|(?:してい?ない|しておらず|されてい?ない|しなかった|されなかった|しません|していません|ませんでした|せず(?!に済)|ではない|ではなく|ではありません|じゃない|でない|[てで]いない|[てで]いません|[てで]いなかった|られない|れない|わない|かない|らない|さない|たない|まない|ばない|がない|はない|もない|できない|できず|なかった|否定|拒否|断念|见送|を拒|未定)|(?:지 ?않|지 ?못|지 ?말|[이가은는] 없|[이가은는] 아니|부인했|부인하|거부|거절|불가능|없다고|없었|없이)/g,
}

/** Checks that the sentence does not state what the evidence denies, or deny what it states. */
export function checkPolarity(sentence: Statement, evidence: readonly Statement[]): readonly Failure[] {
  const said = negationsOf(sentence)
  const sources = evidence.map((statement) => ({ statement, negations: negationsOf(statement) }))
  const same = sources.filter(({ statement }) => sameLanguage(sentence, statement))
  if (same.length === 0) return acrossLanguages(sentence, said, sources)
  return [...dropped(sentence, said, same), ...added(said, same)]
}

/** Finds the negations of a text. */
export function negationsOf(statement: Statement): readonly Cue[] {
  return cuesOf(statement, NEGATION)
}

interface Source {
  readonly statement: Statement
  readonly negations: readonly Cue[]
}

function dropped(sentence: Statement, said: readonly Cue[], sources: readonly Source[]): readonly Failure[] {
  const failures: Failure[] = []
  for (const { negations } of sources) {
    for (const negation of negations) {
      const head = headOf(negation)
      const isStated = head.length > 0 && head.every((term) => sentence.terms.has(term))
      if (!isStated || said.some(({ scope }) => head.some((term) => scope.includes(term)))) continue
      // The evidence may also state it elsewhere without the negation.
      const isAlsoAffirmed = sources.some((each) =>
        head.every((term) => isSaidFreely(term, each.statement, each.negations)),
      )
      // The rest of the scope must match too, or a common verb alone would cause a failure.
      if (!isAlsoAffirmed && sharesMore(negation, sentence)) {
        failures.push({ rule: 'polarity', found: negation.text, change: 'dropped' })
      }
    }
  }
  return failures.slice(0, 1)
}

function sharesMore(negation: Cue, sentence: Statement): boolean {
  const shared = negation.scope.filter((term) => sentence.terms.has(term)).length
  return shared >= Math.min(2, negation.scope.length)
}

function added(said: readonly Cue[], sources: readonly Source[]): readonly Failure[] {
  const known = sources.flatMap(({ negations }) => negations)
  return said
    .filter(({ scope }) => !known.some((negation) => negation.scope.some((term) => scope.includes(term))))
    .filter((negation) => {
      if (known.length === 0) return true
      const head = headOf(negation)
      return head.length > 0 && sources.some(({ statement }) => head.every((term) => statement.terms.has(term)))
    })
    .slice(0, 1)
    .map(({ text }) => ({ rule: 'polarity', found: text, change: 'added' }))
}

/** Compares only whether anything is denied at all; across languages no more is possible. */
function acrossLanguages(sentence: Statement, said: readonly Cue[], sources: readonly Source[]): readonly Failure[] {
  const denying = sources.filter(({ negations }) => negations.length > 0)
  if (said.length > 0 && denying.length === 0) {
    return [{ rule: 'polarity', found: said[0]!.text, change: 'added' }]
  }
  if (said.length === 0 && sources.length > 0 && denying.length === sources.length) {
    return [{ rule: 'polarity', found: wholeCharacters(sentence.text, 60), change: 'dropped' }]
  }
  return []
}
