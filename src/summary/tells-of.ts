import { oncePerObject } from '../lib/once-per-object.ts'
import type { StoryItem } from '../story/types.ts'
import { titleTerms } from './candidate.ts'
import { termsOf } from './terms.ts'

/** What stands in reports of many events: units, and what they are counted in. */
const IN_MANY = /^(?:[kmgt]?wh?|megawatt|gigawatt|million|billion|percent|year|month|week|day|today|ai|\d)$/u
/** Words of the headline, or of it and the sentence below it, that a report of the same event has in its own. */
const LEAST_OF_TITLE = 2
const LEAST_OF_LEAD = 4

/**
 * Whether a report tells of what the headline tells of, as far as words show: a story may hold an item of a neighbouring event,
 * and a sentence of it under this headline would be a false one. Between two languages words show nothing.
 */
export function tellsOf(headline: StoryItem, item: StoryItem): boolean {
  if (headline.id === item.id || headline.language !== item.language) return true
  const title = titleTerms(headline)
  const lead = leadTerms(headline)
  // "Markets in brief" says nothing of what stands below it.
  if (countShared(title, lead) < LEAST_OF_TITLE) return true
  const own = openingTerms(item)
  return (
    countShared(title, own) >= Math.min(LEAST_OF_TITLE, title.size) ||
    countShared(openingTerms(headline), own) >= LEAST_OF_LEAD
  )
}

/** Of the headline's words a title that adds to it has more than this; else it may be of anything that names the same maker. */
const SHARE_OF_TITLE = 1 / 3
/** Words that it has besides: `Quill Next 1.3` says no more than `Quill 1.3`. */
const LEAST_ADDED = 2

/** Whether a title tells more of what the headline tells; in another language, whatever it says. */
export function addsTo(headline: StoryItem, item: StoryItem): boolean {
  if (headline.language !== item.language) return true
  const [said, own] = [wordsOfTitle(headline), wordsOfTitle(item)]
  const shared = countShared(said, new Set(own))
  return shared > SHARE_OF_TITLE * said.length && own.length - shared >= LEAST_ADDED
}

/** Without figures, which many reports share, and versions. */
function wordsOfTitle(item: StoryItem): readonly string[] {
  return [...titleTerms(item)].filter((term) => !IN_MANY.test(term) && !/^\p{N}/u.test(term))
}

/** About a sentence; further down reports of a field share words of the field. */
const LEAD_CHARACTERS = 160

const openingTerms = oncePerObject(
  (item: StoryItem): ReadonlySet<string> => new Set([...titleTerms(item), ...leadTerms(item)]),
)

const leadTerms = oncePerObject(({ text }: StoryItem) => termsOf(text.slice(0, LEAD_CHARACTERS)))

function countShared(terms: Iterable<string>, others: ReadonlySet<string>): number {
  return [...terms].filter((term) => others.has(term) && !IN_MANY.test(term)).length
}
