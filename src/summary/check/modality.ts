import { wholeCharacters } from '../../lib/clean-text.ts'
import { checkConditions, saidOutright, suppositionsOf } from './conditions.ts'
import { contentTerms } from './content-terms.ts'
import { type Cue, type CueWords, cuesOf, headOf, isSaidFreely } from './cues.ts'
import type { Failure, Modality } from './failure.ts'
import { regularForm } from './irregular-verbs.ts'
import { type Statement, sameLanguage } from './statement.ts'
import { factForms } from './told-as-fact.ts'

const INTENT: CueWords = {
  ahead:
    /\b(?:will|'ll|(?:plan|intend|aim|hope|seek|propos|want|pledg|promis|vow|agre|mean|prepar|threaten|offer)(?:e?s|e?d|ing|ned|ning|es|ed)? to|(?:set|due|scheduled|expected|likely|slated|poised|about|ready|going) to|in talks (?:to|over|about)|(?:is|are|was|were) considering|considers|proposal to|plans? (?:for|of)|would)\b|(?:计划|拟(?=[^定议])|打算|准备|有意|将(?![军领士来]|用[于作])|即将|预计|预期|有望|考虑|希望|目标是|承诺|同意|提议)/g,
  behind:
    /(?:する予定|予定|计画|方针|见込み|见通し|する考え|意向|検讨|目指す|目指し|つもり|を提案|に合意)|(?:ㄹ 예정|할 예정|예정|계획|방침|전망|할 것|될 것|하기로|목표로|검토|추진)/g,
}
const POSSIBILITY: CueWords = {
  ahead:
    /\b(?:may(?! (?:\d|19|20))|might|could|possibly|perhaps|potentially|reportedly|allegedly|alleged(?:ly)? to|rumou?red to|said to|believed to|thought to|suspected of|accused of|can(?! be))\b|(?:可能|或许|也许|或将|或会|恐(?![怖慌惧])|据传|传闻|据称|疑似|涉嫌|据报道?|据悉|不排除)/g,
  behind:
    /(?:可能性|かもしれない|とみられる|とされる|恐れ|恐れがある|疑い|という报道|と报じ|らしい)|(?:가능성|수 있|수도 있|것으로 보|것으로 알려|것으로 전해|의혹|혐의|듯)/g,
}

/** Cues for which only the past tense is an error, as the present may state the future ("opens in May") or an ability. */
const ONLY_PAST_IS_FALSE = /^(?:will|'ll|would|can|.* to)$/
const IS_PLAN =
  /^(?:plan|intend|aim|hope|seek|propos|want|pledg|promis|vow|mean|prepar|threaten|offer)|^(?:in talks|(?:is|are|was|were) considering|considers|proposal)/
/** Words that may stand between a cue and its verb. */
const BEFORE_VERB = /^ (?:(?:to|be|have|been|also|soon|now|then|just|even|still|again|either|[a-z]{2,}ly|possibly) )*/
/** Least terms of a plan, verb included, that a sentence about the same plan must share. */
const LEAST_SHARED = 2

/**
 * Checks that what the sentence states as done is not only planned or possible in the evidence, and that what it states as planned is
 * not done there. In English the verb's form decides (`factForms`); in other languages, whether the words occur outside the scope
 * of every cue.
 */
export function checkModality(sentence: Statement, evidence: readonly Statement[]): readonly Failure[] {
  const sources = evidence.filter((each) => sameLanguage(sentence, each)).map(readModality)
  const said = readModality(sentence)
  if (sources.length === 0) return acrossLanguages(said, evidence.map(readModality))
  const failures = [
    ...stronger(said, sources, 'intent'),
    ...stronger(said, sources, 'possible'),
    ...checkConditions(sentence, evidence),
    ...weaker(said, sources),
  ]
  return failures.slice(0, 1)
}

/** Whether a text speaks of plans or of the future. */
export function saysIntent(statement: Statement): boolean {
  return cuesOf(statement, INTENT).length > 0
}

interface Reading {
  readonly statement: Statement
  readonly intent: readonly Cue[]
  readonly possible: readonly Cue[]
}

function readModality(statement: Statement): Reading {
  const isAsked = ({ end }: Cue) => /^[^.!。！\n]{0,120}[?？]/.test(statement.folded.slice(end, end + 121))
  const read = (words: CueWords) => cuesOf(statement, words).filter((cue) => !isAsked(cue))
  return { statement, intent: read(INTENT), possible: read(POSSIBILITY) }
}

/** Finds plans or possibilities of the evidence that the sentence states as facts, or possibilities that it states as plans. */
function stronger(said: Reading, sources: readonly Reading[], source: 'intent' | 'possible'): readonly Failure[] {
  const kept = source === 'intent' ? [...said.intent, ...said.possible] : said.possible
  return sources
    .flatMap((each) => each[source].map((cue) => ({ cue, each })))
    .filter(({ cue, each }) => {
      if (kept.some(({ scope }) => scope.some((term) => cue.scope.includes(term)))) return false
      if (isEnglish(each.statement)) return isToldAsMore(cue, each, said, sources)
      const head = headOf(cue)
      if (head.length === 0 || !head.every((term) => said.statement.terms.has(term))) return false
      return !sources.some((other) =>
        head.some((term) => isSaidFreely(term, other.statement, [...other.intent, ...other.possible])),
      )
    })
    .map(({ cue }) => {
      const isPlan = said.intent.some(({ scope }) => scope.some((term) => cue.scope.includes(term)))
      const level: Modality = isPlan ? 'intent' : 'fact'
      return { rule: 'modality', found: cue.text, said: level, source }
    })
}

/** Forms by which a sentence states that something is done, by language; verbs of announcing do not count. */
const DONE: Readonly<Record<string, RegExp>> = {
  zh: /已(?!经?(?:宣布|表示|公布))|(?<![宣公发]布|表示|透露)了(?![解不])/u,
  ja: /(?<!発表|表明|话|示|明らかに|公表|发表)(?:した|された)(?=[。、」)\s]|$)|(?:[っれいんきけせめ]た)(?<!(?:述べ|伝え|语っ|言っ)た)(?=[。、」)\s]|$)/u,
  ko: /(?<!발표|보도|말|공개|설명|표명)(?:했다|했습니다|됐다|됐습니다)|(?<!밝)(?:였다|었다|았다|었습니다|았습니다)/u,
}
/** Stems of English verbs that report or announce. */
const TOLD: ReadonlySet<string> = new Set([
  'announc',
  'report',
  'state',
  'confirm',
  'reveal',
  'disclos',
  'claim',
  'plan',
  'expect',
])

/** Across languages, compares only whether anything is planned or possible at all with what is stated as done. */
function acrossLanguages(said: Reading, sources: readonly Reading[]): readonly Failure[] {
  const isHedged = ({ intent, possible, statement }: Reading) =>
    intent.length + possible.length + suppositionsOf(statement).length > 0
  if (sources.length === 0) return []
  if (isHedged(said)) {
    const [cue] = said.intent
    const isDone = sources.every((each) => !isHedged(each) && tellsDone(each.statement))
    return cue && isDone ? [{ rule: 'modality', found: cue.text, said: 'intent', source: 'fact' }] : []
  }
  const isPlanned = sources.every(isHedged) && !sources.some(({ statement }) => tellsDone(statement))
  const found = wholeCharacters(said.statement.text, 60)
  return isPlanned && tellsDone(said.statement) ? [{ rule: 'modality', found, said: 'fact', source: 'intent' }] : []
}

function tellsDone(statement: Statement): boolean {
  const { language } = statement
  const folded = saidOutright(statement)
  if (language !== 'en') return DONE[language]?.test(folded) ?? false
  return contentTerms(folded).some(({ term }) => !TOLD.has(term) && factForms(folded, term).has('done'))
}

function isEnglish({ language }: Statement): boolean {
  return language === 'en'
}

/** Whether the sentence states the verb of an English cue as a fact, or a possibility as a plan, about the same thing. */
function isToldAsMore(cue: Cue, { statement }: Reading, said: Reading, sources: readonly Reading[]): boolean {
  if (!sharesEnough(cue, said.statement)) return false
  const state = stateOf(cue, statement)
  if (state !== undefined && isStated(state, said) && !sources.some((other) => isStated(state, other))) return true
  const verb = verbOf(cue, statement)
  if (verb === undefined) return false
  const isPlanned = said.intent.some((own) => verbOf(own, said.statement) === verb)
  const forms = factForms(said.statement.folded, verb)
  const word = statement.folded.slice(cue.start, cue.end)
  const isMore =
    isPlanned || forms.has('done') || (forms.has('now') && (IS_PLAN.test(word) || !ONLY_PAST_IS_FALSE.test(word)))
  return isMore && !sources.some((other) => factForms(other.statement.folded, verb).size > 0)
}

/** Returns the term directly after an English cue, taken for its verb; undefined if a stop word follows. */
function verbOf(cue: Cue, { folded }: Statement): string | undefined {
  const from = cue.end + (BEFORE_VERB.exec(folded.slice(cue.end, cue.end + 60))?.[0].length ?? 0)
  const [head] = contentTerms(folded.slice(from, from + 40))
  return head?.start === 0 ? head.term : undefined
}

/** Returns the state that something will have: "open" for "will be open", "largest" for "may be the largest"; not a participle. */
function stateOf(cue: Cue, { folded }: Statement): string | undefined {
  const [head] = contentTerms(folded.slice(cue.end, cue.end + 80))
  if (!head) return undefined
  const isComplement = /^ (?:have to |soon |also )?(?:be|become) (?:(?:a|an|the|its|their) )?$/.test(
    folded.slice(cue.end, cue.end + head.start),
  )
  const word = folded.slice(cue.end + head.start, cue.end + head.end)
  return isComplement && !/(?:ed|ing)$/.test(word) && regularForm(word) === word ? head.term : undefined
}

/** Whether a text states that something is or was in a state. */
function isStated(state: string, { statement: { folded } }: Reading): boolean {
  return contentTerms(folded).some(
    ({ term, start }) =>
      term === state &&
      /\b(?:is|are|was|were|(?:has|have|had) been|became|becomes)(?: (?:now|also|already|still|[a-z]+ly))?(?: (?:a|an|the|its|their))? $/.test(
        folded.slice(Math.max(0, start - 40), start),
      ),
  )
}

function sharesEnough({ scope }: Cue, { terms }: Statement): boolean {
  return scope.filter((term) => terms.has(term)).length >= Math.min(LEAST_SHARED, scope.length)
}

/** Finds plans of the sentence that the evidence states as done. */
function weaker(said: Reading, sources: readonly Reading[]): readonly Failure[] {
  const hedged = sources.flatMap(({ intent, possible }) => [...intent, ...possible])
  return said.intent
    .filter((cue) => {
      if (isEnglish(said.statement)) {
        const verb = verbOf(cue, said.statement)
        if (verb === undefined || hedged.some(({ scope }) => scope.includes(verb))) return false
        return sources.some(
          ({ statement }) => factForms(statement.folded, verb).has('done') && sharesEnough(cue, statement),
        )
      }
      const [head, next] = cue.scope
      if (head === undefined) return false
      const isHedged = hedged.some(({ scope }) => scope.includes(head) || (next !== undefined && scope.includes(next)))
      return !isHedged && sources.some(({ statement }) => statement.terms.has(head))
    })
    .map((cue) => ({ rule: 'modality', found: cue.text, said: 'intent', source: 'fact' }))
}
