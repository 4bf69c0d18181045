import { type Cue, type CueWords, cuesOf, headOf, isSaidFreely } from './cues.ts'
import type { Failure, Modality } from './failure.ts'
import { type Statement, sameLanguage } from './statement.ts'

const INTENT: CueWords = {
  ahead:
    /\b(?:will|'ll|(?:plan|intend|aim|hope|seek|propos|want|pledg|promis|vow|agre|mean|prepar|threaten|offer)(?:e?s|e?d|ing|ned|ning|es|ed)? to|(?:set|due|scheduled|expected|likely|slated|poised|about|ready|going) to|in talks (?:to|over|about)|(?:is|are|was|were) considering|considers|proposal to|plans? (?:for|of)|would)\b|(?:计划|拟(?=[^定议])|打算|准备|有意|将(?![军领士来]|用[于作])|即将|预计|预期|有望|考虑|希望|目标是|承诺|同意|提议)/g,
  behind:
    /(?:する予定|予定|計画|计画|方針|方针|見込み|见込み|見通し|见通し|する考え|意向|検討|目指す|目指し|つもり|を提案|に合意)|(?:ㄹ 예정|할 예정|예정|계획|방침|전망|할 것|될 것|하기로|목표로|검토|추진)/g,
}
const POSSIBILITY: CueWords = {
  ahead:
    /\b(?:may(?! (?:\d|19|20))|might|could|possibly|perhaps|potentially|reportedly|allegedly|alleged(?:ly)? to|rumou?red to|said to|believed to|thought to|suspected of|accused of|can)\b|(?:可能|或许|也许|或将|或会|恐(?![怖慌惧])|据传|传闻|据称|疑似|涉嫌|据报道?|据悉|不排除)/g,
  behind:
    /(?:可能性|かもしれない|とみられる|とされる|恐れ|恐れがある|疑い|という報道|と報じ|らしい)|(?:가능성|수 있|수도 있|것으로 보|것으로 알려|것으로 전해|의혹|혐의|듯)/g,
}

/** What the sentence says as done is not only planned or possible in the evidence, and what it says as planned is not done there. */
export function checkModality(sentence: Statement, evidence: readonly Statement[]): readonly Failure[] {
  const sources = evidence.filter((each) => sameLanguage(sentence, each)).map(readModality)
  const said = readModality(sentence)
  const failures = [
    ...stronger(said, sources, 'intent'),
    ...stronger(said, sources, 'possible'),
    ...weaker(said, sources),
  ]
  return failures.slice(0, 1)
}

/** Whether a text speaks of plans or of what is to come. */
export function saysIntent(statement: Statement): boolean {
  return cuesOf(statement, INTENT).length > 0
}

interface Reading {
  readonly statement: Statement
  readonly intent: readonly Cue[]
  readonly possible: readonly Cue[]
}

function readModality(statement: Statement): Reading {
  return { statement, intent: cuesOf(statement, INTENT), possible: cuesOf(statement, POSSIBILITY) }
}

/** A plan or a possibility of the evidence that the sentence states as a fact, or a possibility as a plan. */
function stronger(said: Reading, sources: readonly Reading[], source: 'intent' | 'possible'): readonly Failure[] {
  const kept = source === 'intent' ? [...said.intent, ...said.possible] : said.possible
  return sources
    .flatMap((each) => each[source])
    .filter((cue) => {
      const head = headOf(cue)
      if (head.length === 0 || !head.every((term) => said.statement.terms.has(term))) return false
      if (kept.some(({ scope }) => scope.some((term) => cue.scope.includes(term)))) return false
      return !sources.some((each) =>
        head.some((term) => isSaidFreely(term, each.statement, [...each.intent, ...each.possible])),
      )
    })
    .map((cue) => {
      const isPlan = said.intent.some(({ scope }) => scope.some((term) => cue.scope.includes(term)))
      const level: Modality = isPlan ? 'intent' : 'fact'
      return { rule: 'modality', found: cue.text, said: level, source }
    })
}

/** A plan of the sentence that the evidence states as done. */
function weaker(said: Reading, sources: readonly Reading[]): readonly Failure[] {
  const hedged = sources.flatMap(({ intent, possible }) => [...intent, ...possible])
  return said.intent
    .filter((cue) => {
      const head = headOf(cue)
      if (head.length === 0 || hedged.some(({ scope }) => head.some((term) => scope.includes(term)))) return false
      return sources.some(({ statement }) => head.every((term) => statement.terms.has(term)))
    })
    .map((cue) => ({ rule: 'modality', found: cue.text, said: 'intent', source: 'fact' }))
}
