import { contentTerms } from './content-terms.ts'
import { regularForm } from './irregular-verbs.ts'

/** Factual form of an English verb: `done` ("bought", "has built", "was banned") or `now` ("buys", "is building"). */
export type FactForm = 'done' | 'now'

/** Verbs whose past equals the base form. */
const INVARIANT = /^(?:cut|put|set|hit|shut|let|cost|split|spread|quit|bid|cast|beat|shed)$/
/** Words before a verb that is asked, planned, denied, conditional or an adjective, and so not a fact. */
const NO_FACT_BEFORE =
  /\b(?:to|will|would|wo|may|might|could|can|cannot|should|must|shall|'ll|not|n't|never|if|when|once|unless|until|whether|before|without|by|of|for|with|from|about|on|than|or|be|do|does|did|a|an|the|its|their|his|her|our|your|my|this|that|these|any|some|no|more|most|newly)(?: (?:be|have|been|get|also|soon|be being|[a-z]+ly))? $/
const IS_BEFORE = /\b(?:is|are|am|'s|'re|being|gets?)(?: (?:now|also|already|being|[a-z]+ly))? $/
/** Words before a noun that state its completion: "completed its acquisition". */
const COMPLETED_BEFORE = /\b(?:complet|finali[sz]|conclud|finish|clos)ed (?:its|the|their|his|her|an?) $/
/** Adverbs of hearsay, which state no fact. */
const HEARSAY_BEFORE = /\b(?:reportedly|allegedly|possibly|perhaps|potentially|supposedly|maybe) (?:been |be )?$/
const ADVERB_BEFORE = /(?<=[a-z] )(?:also|already|now|just|[a-z]{2,}ly) $/

/**
 * Returns the forms in which a folded English text states a verb as a fact. Infinitives, verbs after "will", "may", "if" or "not", and
 * participles before a noun ("the planned plant") do not count.
 *
 * @param verb a term of `contentTerms`
 */
export function factForms(folded: string, verb: string): ReadonlySet<FactForm> {
  const forms = new Set<FactForm>()
  for (const { term, start, end } of contentTerms(folded)) {
    if (term !== verb) continue
    const word = folded.slice(start, end)
    const near = folded.slice(Math.max(0, start - 32), start)
    if (COMPLETED_BEFORE.test(near)) forms.add('done')
    const before = near.replace(ADVERB_BEFORE, '')
    if (NO_FACT_BEFORE.test(before) || HEARSAY_BEFORE.test(near)) continue
    const isNow = IS_BEFORE.test(before)
    if (/[a-z]{2}ing$/.test(word)) {
      if (isNow || /\b(?:was|were|been) $/.test(before)) forms.add('now')
    } else if (/ed$/.test(word) || regularForm(word) !== word || INVARIANT.test(word)) forms.add(isNow ? 'now' : 'done')
    else if (/[^s]s$/.test(word)) forms.add('now')
  }
  return forms
}
