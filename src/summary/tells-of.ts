import { oncePerObject } from '../lib/once-per-object.ts'
import type { StoryItem } from '../story/types.ts'
import { titleTerms } from './candidate.ts'
import { termsOf } from './terms.ts'

/** Terms in reports of many events: units, magnitudes and single digits. */
const IN_MANY = /^(?:[kmgt]?wh?|megawatt|gigawatt|million|billion|percent|year|month|week|day|today|ai|\d)$/u
/** Least shared terms of reports of one event: with the headline alone, or with headline and lead together. */
const LEAST_OF_TITLE = 2
const LEAST_OF_LEAD = 4

/**
 * Whether a report is about the event of the headline, judged by shared terms. A story may hold an item of a neighbouring event,
 * and its sentences would be false under this headline. Always true across languages, where terms cannot be compared.
 */
export function tellsOf(headline: StoryItem, item: StoryItem): boolean {
  if (headline.id === item.id || headline.language !== item.language) return true
  const title = titleTerms(headline)
  const lead = leadTerms(headline)
  // A headline like "Markets in brief" shares nothing with its own text.
  if (countShared(title, lead) < LEAST_OF_TITLE) return true
  const own = openingTerms(item)
  return (
    countShared(title, own) >= Math.min(LEAST_OF_TITLE, title.size) ||
    countShared(openingTerms(headline), own) >= LEAST_OF_LEAD
  )
}

/** Least share of the headline's words in a title that adds to it; with less it may be about anything of the same maker. */
const SHARE_OF_TITLE = 1 / 3
/** Least words that it adds: `Quill Next 1.3` says no more than `Quill 1.3`. */
const LEAST_ADDED = 2

/** Whether a title is about the event of the headline and adds to it; always true across languages. */
export function addsTo(headline: StoryItem, item: StoryItem): boolean {
  if (headline.language !== item.language) return true
  const [said, own] = [wordsOfTitle(headline), wordsOfTitle(item)]
  const shared = countShared(said, new Set(own))
  return shared > SHARE_OF_TITLE * said.length && own.length - shared >= LEAST_ADDED
}

/** Returns the title's terms without units, figures and versions, which many reports share. */
function wordsOfTitle(item: StoryItem): readonly string[] {
  return [...titleTerms(item)].filter((term) => !IN_MANY.test(term) && !/^\p{N}/u.test(term))
}

/** About one sentence; further down, reports of one field share its vocabulary. */
const LEAD_CHARACTERS = 160

const openingTerms = oncePerObject(
  (item: StoryItem): ReadonlySet<string> => new Set([...titleTerms(item), ...leadTerms(item)]),
)

const leadTerms = oncePerObject(({ text }: StoryItem) => termsOf(text.slice(0, LEAD_CHARACTERS)))

function countShared(terms: Iterable<string>, others: ReadonlySet<string>): number {
  return [...terms].filter((term) => others.has(term) && !IN_MANY.test(term)).length
}
